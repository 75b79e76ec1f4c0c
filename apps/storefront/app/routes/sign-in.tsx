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
import { Button } from '@rampart/kit/button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { asksChallenge, challengeOf } from '../challenge/challenge-answer.ts'
import { ChallengeStep } from '../challenge/challenge-step.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { localPath } from '../local-path.ts'
import { ForgotLink } from '../recovery/forgot-link.tsx'
import { ShopPasswordField } from '../recovery/shop-password-field.tsx'
import { PasskeySignIn } from '../security/passkey-sign-in.tsx'
import { clientOf, shopOf } from '../shop-context.ts'
import { ProviderButtons } from '../sign-in/provider-buttons.tsx'
import { externalProblem, loadProviders } from '../sign-in/providers.ts'
import { waitingCookie } from '../sign-in/waiting-cookie.ts'

export async function loader({ context, url }: LoaderFunctionArgs) {
  const next = localPath(url.searchParams.get('next'), '/account')
  if (shopOf(context).shopper.kind === 'customer') return redirect(next)
  const is = (name: string) => url.searchParams.get(name) === '1'
  const providers = await loadProviders(clientOf(context))
  const external = externalProblem(url)
  return { next, verified: is('verified'), reset: is('reset'), expired: is('expired'), providers, external }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const email = String(form.get('email') ?? '')
  const password = String(form.get('password') ?? '')
  const refused = (problem: 'wrong' | 'tooMany' | 'challenge', status: number) =>
    data({ problem, email }, { status })
  if (!email || !password) return refused('wrong', 400)
  try {
    const answer = await clientOf(context).identity.startSession({ email, password, ...challengeOf(form) })
    if ('mfa_required' in answer) {
      const { mfa_token, methods, expires_in } = answer
      const waiting = { mfa_token, methods, next: localPath(form.get('next'), '/account') }
      const headers = waitingCookie(waiting, expires_in, shopOf(context).shop.public_url)
      return redirect('/sign-in/verify', { headers })
    }
    if (answer.session_token !== null) shopOf(context).startSession(answer.session_token)
  } catch (error) {
    if (asksChallenge(error)) return refused('challenge', 403)
    const failure = toClientError(error)
    if (failure.status === 429) return refused('tooMany', 429)
    if (failure.status >= 500) throw error
    return refused('wrong', failure.status)
  }
  // The whole document: the token in its forms belongs to the guest who is gone.
  return redirectDocument(`/sign-in/done?next=${encodeURIComponent(localPath(form.get('next'), '/account'))}`)
}

export default function SignInPage() {
  const { t } = useTranslation()
  const { next, verified, reset, expired, providers, external } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { state } = useNavigation()
  return (
    <FormPage
      title={t('account.signInTitle')}
      lead={t('account.signInLead')}
      below={
        <p>
          {t('account.noAccount')}{' '}
          <KitLink href="/sign-up" className="text-ink underlined">
            {t('account.signUp')}
          </KitLink>
        </p>
      }
    >
      <PageHead title={t('account.signInTitle')} noIndex />
      {verified && !failed ? (
        <Notice tone="success" title={t('account.verifiedTitle')}>
          <p>{t('account.verified')}</p>
        </Notice>
      ) : null}
      {reset && !failed ? (
        <Notice tone="success" title={t('recovery.doneTitle')}>
          <p>{t('recovery.done')}</p>
        </Notice>
      ) : null}
      {expired && !failed ? <Notice tone="danger">{t('security.factors.expired')}</Notice> : null}
      {external && !failed ? (
        <Notice tone="danger">{t(`security.external.problem.${external}`)}</Notice>
      ) : null}
      {failed && failed.problem !== 'challenge' ? (
        <Notice tone="danger">{t(`account.${failed.problem}`)}</Notice>
      ) : null}
      <ShopForm className="space-y-4">
        <input type="hidden" name="next" value={next} />
        <TextField
          label={t('account.email')}
          type="email"
          name="email"
          autoComplete="username webauthn"
          required
          maxLength={254}
          defaultValue={failed?.email}
        />
        <ShopPasswordField
          label={t('account.password')}
          name="password"
          autoComplete="current-password"
          required
          maxLength={256}
        />
        <ChallengeStep demand={failed?.problem === 'challenge' ? failed : null} />
        <Button type="submit" variant="primary" block pending={state === 'submitting'}>
          {t('account.signIn')}
        </Button>
      </ShopForm>
      <ForgotLink />
      <PasskeySignIn next={next} />
      <ProviderButtons providers={providers} next={next} />
    </FormPage>
  )
}
