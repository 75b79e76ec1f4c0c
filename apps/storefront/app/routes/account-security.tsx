import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import { requireCustomer } from '../account/require-customer.ts'
import { PageHead } from '../layout/page-head.tsx'
import { needed } from '../page-errors.ts'
import { devicesAction } from '../security/devices-actions.ts'
import { DevicesSection } from '../security/devices-section.tsx'
import { externalAction, loadExternal } from '../security/external-actions.ts'
import { ExternalSection } from '../security/external-section.tsx'
import { loadPassword, passwordAction } from '../security/password-actions.ts'
import { PasswordSection } from '../security/password-section.tsx'
import { loadPasskeys, passkeysAction } from '../security/passkeys-actions.ts'
import { PasskeysSection } from '../security/passkeys-section.tsx'
import { loadSessions, sessionsAction } from '../security/sessions-actions.ts'
import { SessionsSection } from '../security/sessions-section.tsx'
import { StepUpDialog } from '../security/step-up-dialog.tsx'
import { withStepUp } from '../security/step-up.ts'
import { loadTotp, totpAction } from '../security/totp-actions.ts'
import { TotpSection } from '../security/totp-section.tsx'
import { clientOf, shopOf } from '../shop-context.ts'

export async function loader({ context, url }: LoaderFunctionArgs) {
  const shopper = requireCustomer({ context, url })
  const client = clientOf(context)
  const [password, totp, passkeys, external, sessions] = await needed(
    Promise.all([
      loadPassword(client, shopper),
      loadTotp(client),
      loadPasskeys(client),
      loadExternal(client, url),
      loadSessions(client),
    ]),
    url,
  )
  return { password, totp, passkeys, external, sessions }
}

/** Each form names what it wants as `<slice>.<verb>`; the slice does it. */
export async function action({ request, context, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const scope = { client: clientOf(context), shop: shopOf(context), url }
  const form = await request.formData()
  const [slice, verb = ''] = String(form.get('intent') ?? '').split('.')
  return withStepUp(form, scope.client, async () => {
    switch (slice) {
      case 'password':
        return passwordAction(verb, form, scope)
      case 'totp':
        return totpAction(verb, scope)
      case 'passkeys':
        return passkeysAction(verb, form, scope)
      case 'external':
        return externalAction(verb, form, scope)
      case 'devices':
        return devicesAction(verb, form, scope)
      case 'sessions':
        return sessionsAction(verb, form, scope)
      default:
        throw data(null, { status: 400 })
    }
  })
}

export default function AccountSecurity() {
  const { t } = useTranslation()
  const answer = useActionData<typeof action>()
  const { password, totp, passkeys, external, sessions } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('security.title')} noIndex />
      <h1 className="text-3xl">{t('security.title')}</h1>
      <p className="mt-2 max-w-prose text-ink-muted">{t('security.lead')}</p>
      <div className="mt-6 space-y-5">
        {answer?.about === 'step_up' ? <StepUpDialog needed={answer} /> : null}
        <PasswordSection {...password} outcome={answer?.about === 'password' ? answer.outcome : undefined} />
        <TotpSection factors={totp.factors} answer={answer?.about === 'totp' ? answer : undefined} />
        <PasskeysSection
          passkeys={passkeys}
          hasApp={totp.factors.totp}
          answer={answer?.about === 'passkeys' ? answer : undefined}
        />
        <ExternalSection external={external} answer={answer?.about === 'external' ? answer : undefined} />
        {totp.factors.totp || totp.factors.passkeys > 0 ? <DevicesSection devices={totp.devices} /> : null}
        <SessionsSection sessions={sessions} />
      </div>
    </>
  )
}
