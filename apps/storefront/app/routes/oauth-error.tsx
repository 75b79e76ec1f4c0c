import { useTranslation } from 'react-i18next'
import { data, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'

const codes = [
  'invalid_client',
  'invalid_redirect_uri',
  'invalid_request',
  'access_denied',
  'server_error',
  'expired',
] as const

export function loader({ url }: LoaderFunctionArgs) {
  const given = url.searchParams.get('code')
  const code = codes.find((each) => each === given) ?? 'invalid_request'
  return data({ code }, { status: code === 'server_error' ? 500 : 400 })
}

export default function AppErrorPage() {
  const { t } = useTranslation()
  const { code } = useLoaderData<typeof loader>()
  return (
    <FormPage title={t('apps.errorTitle')} lead={t(`apps.error.${code}`)}>
      <PageHead title={t('apps.errorTitle')} noIndex />
      <p className="text-ink-muted">{t('apps.errorTryAgain')}</p>
      <LinkButton href="/" variant="primary">
        {t('error.home')}
      </LinkButton>
    </FormPage>
  )
}
