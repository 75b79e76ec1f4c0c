import { useTranslation } from 'react-i18next'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { MailLinkPage } from '../challenge/mail-link-page.tsx'
import { spendMailLink } from '../challenge/spend-mail-link.ts'
import { clientOf } from '../shop-context.ts'

export function loader({ url }: LoaderFunctionArgs) {
  return { token: url.searchParams.get('token') ?? '' }
}

/** Only a press counts: programs that open the links of every mail must change nothing. */
export function action({ request, context }: ActionFunctionArgs) {
  return spendMailLink(request, (token) => clientOf(context).identity.disownSignIn({ token }))
}

export default function NotMePage() {
  const { t } = useTranslation()
  const next = { link: t('notMe.next'), href: '/forgot-password' }
  return (
    <MailLinkPage
      danger
      words={{
        title: t('notMe.title'),
        lead: t('notMe.lead'),
        button: t('notMe.button'),
        done: { title: t('notMe.doneTitle'), text: t('notMe.done'), ...next },
        failed: { title: t('notMe.failedTitle'), text: t('notMe.failed'), ...next },
      }}
    />
  )
}
