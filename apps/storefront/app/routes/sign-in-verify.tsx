import { useState } from 'react'
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { canUsePasskeys, finishSignInByPasskey } from '@rampart/client/passkeys.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Checkbox } from '@rampart/kit/checkbox.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { useHydrated } from '@rampart/kit/use-hydrated.ts'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { localPath } from '../local-path.ts'
import { type PasskeyProblem, passkeyProblem, shopPasskeys } from '../security/passkeys.ts'
import { codeOf } from '../security/step-up.ts'
import { clientOf, shopOf } from '../shop-context.ts'
import { readWaiting, waitingCookie } from '../sign-in/waiting-cookie.ts'

export function loader({ request }: LoaderFunctionArgs) {
  const waiting = readWaiting(request)
  return waiting ?? redirect('/sign-in')
}

export async function action({ request, context }: ActionFunctionArgs) {
  const waiting = readWaiting(request)
  if (waiting === null) return redirect('/sign-in')
  const shop = shopOf(context)
  const form = await request.formData()
  const typed = String(form.get('code') ?? '')
  const byMail = waiting.methods.includes('email_code')
  const forget = waitingCookie(null, 0, shop.shop.public_url)
  try {
    const session = await clientOf(context).identity.verifyMfa({
      mfa_token: waiting.mfa_token,
      ...(byMail ? { email_code: typed } : codeOf(typed)),
      remember_device: form.get('remember_device') === 'true',
    })
    if ('session_token' in session && session.session_token !== null) shop.startSession(session.session_token)
  } catch (error) {
    const failure = toClientError(error)
    if (failure.status >= 500) throw error
    if (failure.code === 'IDENTITY_SIGN_IN_EXPIRED')
      return redirect('/sign-in?expired=1', { headers: forget })
    const problem = failure.status === 429 ? ('tooMany' as const) : ('wrong' as const)
    return data({ problem }, { status: failure.status === 429 ? 429 : 401 })
  }
  const next = localPath(waiting.next, '/account')
  return redirectDocument(`/sign-in/done?next=${encodeURIComponent(next)}`, { headers: forget })
}

export default function SignInVerifyPage() {
  const { t } = useTranslation()
  const { methods, mfa_token, next } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { state } = useNavigation()
  const byMail = methods.includes('email_code')
  const byCode = byMail || methods.includes('totp') || methods.includes('backup_code')
  return (
    <FormPage
      title={t('security.factors.stepTitle')}
      lead={byMail ? t('security.factors.mailLead') : t('security.factors.stepLead')}
      below={
        <KitLink href="/sign-in" className="text-ink underlined">
          {t('security.factors.restart')}
        </KitLink>
      }
    >
      <PageHead title={t('security.factors.stepTitle')} noIndex />
      {failed ? <Notice tone="danger">{t(`security.factors.${failed.problem}`)}</Notice> : null}
      {byCode ? (
        <ShopForm className="space-y-4">
          <TextField
            label={byMail ? t('security.factors.mailCode') : t('security.factors.code')}
            hint={byMail ? undefined : t('security.factors.codeHint')}
            name="code"
            autoComplete="one-time-code"
            spellCheck={false}
            required
            autoFocus
            maxLength={20}
          />
          {byMail ? null : (
            <Checkbox label={t('security.factors.remember')} name="remember_device" value="true" />
          )}
          <Button type="submit" variant="primary" block pending={state === 'submitting'}>
            {t('security.factors.continue')}
          </Button>
        </ShopForm>
      ) : null}
      {methods.includes('passkey') ? <ByPasskey token={mfa_token} next={next} /> : null}
    </FormPage>
  )
}

function ByPasskey({ token, next }: { token: string; next: string }) {
  const { t } = useTranslation()
  const hydrated = useHydrated()
  const [problem, setProblem] = useState<PasskeyProblem | null>(null)
  if (!hydrated || !canUsePasskeys()) return null
  const press = async () => {
    setProblem(null)
    try {
      await finishSignInByPasskey(shopPasskeys, token)
      window.location.assign(`/sign-in/done?next=${encodeURIComponent(next)}`)
    } catch (error) {
      setProblem(passkeyProblem(error))
    }
  }
  return (
    <div className="space-y-3">
      {problem ? <Notice tone="danger">{t(`security.passkeys.${problem}`)}</Notice> : null}
      <Button block onClick={() => void press()}>
        <Icon icon={KeyRound} />
        {t('security.passkeys.use')}
      </Button>
    </div>
  )
}
