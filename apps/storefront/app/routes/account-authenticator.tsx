import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useNavigation,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { AuthenticatorSecret } from '@rampart/kit/authenticator-secret.tsx'
import { Button } from '@rampart/kit/button.tsx'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { ShopForm } from '../forms/shop-form.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { pageError } from '../page-errors.ts'
import { ShopBackupCodes } from '../security/shop-backup-codes.tsx'
import { StepUpDialog } from '../security/step-up-dialog.tsx'
import { withStepUp } from '../security/step-up.ts'
import { clientOf } from '../shop-context.ts'

type Setup = { secret: string; otpauth_url: string; qr_code: string }

export function loader({ context, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  return null
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const client = clientOf(context)
  const form = await request.formData()
  return withStepUp(form, client, async () => {
    try {
      switch (form.get('intent')) {
        case 'begin': {
          const { secret, otpauth_url, qr_code } = await client.identity.setUpTotp({})
          return data({ about: 'setup' as const, setup: { secret, otpauth_url, qr_code }, problem: null })
        }
        case 'confirm': {
          const code = String(form.get('code') ?? '')
          const { backup_codes } = await client.identity.confirmTotp({ code })
          return data({ about: 'codes' as const, codes: backup_codes })
        }
        default:
          return redirect('/account/security#totp')
      }
    } catch (error) {
      const failure = toClientError(error)
      if (failure.code === 'IDENTITY_SETUP_EXPIRED')
        return data({ about: 'setup' as const, setup: null, problem: 'expired' as const }, { status: 409 })
      if (failure.code === 'IDENTITY_WRONG_CODE' || failure.status === 400)
        return data(
          { about: 'setup' as const, setup: setupIn(form), problem: 'wrong' as const },
          { status: 401 },
        )
      throw pageError(error, url)
    }
  })
}

/** What the page was shown with, which the form brings back: the server tells a secret once. */
function setupIn(form: FormData): Setup | null {
  const text = (name: string) => String(form.get(name) ?? '')
  const setup = { secret: text('secret'), otpauth_url: text('otpauth_url'), qr_code: text('qr_code') }
  const isOurs = setup.otpauth_url.startsWith('otpauth://') && setup.qr_code.startsWith('data:image/png;')
  return isOurs ? setup : null
}

export default function AuthenticatorPage() {
  const { t } = useTranslation()
  const answer = useActionData<typeof action>()
  const { state } = useNavigation()
  const setup = answer?.about === 'setup' ? answer.setup : null
  return (
    <>
      <PageHead title={t('security.totp.setUpTitle')} noIndex />
      <h1 className="text-3xl">{t('security.totp.setUpTitle')}</h1>
      <div className="mt-6 max-w-prose space-y-5">
        {answer?.about === 'step_up' ? <StepUpDialog needed={answer} /> : null}
        {answer?.about === 'setup' && answer.problem ? (
          <Notice tone="danger">{t(`security.factors.${answer.problem}`)}</Notice>
        ) : null}
        {answer?.about === 'codes' ? (
          <>
            <Notice tone="success">{t('security.totp.done')}</Notice>
            <ShopBackupCodes codes={answer.codes} />
            <LinkButton href="/account/security" variant="primary">
              {t('security.totp.kept')}
            </LinkButton>
          </>
        ) : setup ? (
          <ShopForm className="space-y-5">
            <p className="text-ink-muted">{t('security.totp.step1')}</p>
            <AuthenticatorSecret
              qrCode={setup.qr_code}
              secret={setup.secret}
              address={setup.otpauth_url}
              labels={{
                qrCode: t('security.totp.qrCode'),
                secret: t('security.totp.secret'),
                openApp: t('security.totp.openApp'),
                copy: t('security.totp.copy'),
                copied: t('security.totp.copied'),
              }}
            />
            <input type="hidden" name="intent" value="confirm" />
            {Object.entries(setup).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <TextField
              className="max-w-form"
              label={t('security.totp.code')}
              hint={t('security.totp.step2')}
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              maxLength={7}
            />
            <Button type="submit" variant="primary" pending={state === 'submitting'}>
              {t('security.totp.confirm')}
            </Button>
          </ShopForm>
        ) : (
          <ShopForm className="space-y-4">
            <p className="text-ink-muted">{t('security.totp.text')}</p>
            <input type="hidden" name="intent" value="begin" />
            <Button type="submit" variant="primary">
              {t('security.totp.setUp')}
            </Button>
          </ShopForm>
        )}
      </div>
    </>
  )
}
