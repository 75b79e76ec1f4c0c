import { useTranslation } from 'react-i18next'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'

/** Where somebody is led whose account was erased. */
export default function Goodbye() {
  const { t } = useTranslation()
  return (
    <FormPage title={t('privacy.doneTitle')}>
      <PageHead title={t('privacy.doneTitle')} noIndex />
      <p>{t('privacy.done')}</p>
      <LinkButton href="/">{t('cart.continue')}</LinkButton>
    </FormPage>
  )
}
