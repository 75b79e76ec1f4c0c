import { useTranslation } from 'react-i18next'
import { oneOf } from '../list/use-list-params.ts'
import { mailTemplates } from './mail-templates.ts'

/** What kind of mail it is, in the reader's words; one that this app does not know keeps its name. */
export function MailName({ template }: { template: string }) {
  const { t } = useTranslation()
  const known = oneOf(template, mailTemplates)
  return known ? t(`logs.mailTemplates.${known}`) : template
}
