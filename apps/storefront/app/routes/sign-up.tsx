import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { KitLink } from '@rampart/kit/link.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { type FieldProblems, fieldProblems } from '../forms/field-errors.ts'
import { asksChallenge, challengeOf } from '../challenge/challenge-answer.ts'
import { ChallengeStep } from '../challenge/challenge-step.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { useProblemText } from '../forms/use-problem-text.ts'
import { isWantedRole, MoreAboutYou } from '../account/more-about-you.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { readLocale } from '../preferences.ts'
import { ShopNewPasswordField } from '../recovery/shop-password-field.tsx'
import { clientOf, shopOf } from '../shop-context.ts'
import { ProviderButtons } from '../sign-in/provider-buttons.tsx'
import { loadProviders } from '../sign-in/providers.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  if (shopOf(context).shopper.kind === 'customer') return redirect('/account')
  return { providers: await loadProviders(clientOf(context)) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const of = (name: string) => String(form.get(name) ?? '')
  const typed = {
    full_name: of('full_name').trim(),
    email: of('email').trim(),
    username: of('username').trim(),
    date_of_birth: of('date_of_birth'),
    role: of('role'),
  }
  const refused = (problems: FieldProblems, status: number, whole: 'tooMany' | 'challenge' | null = null) =>
    data({ ...typed, problems, whole }, { status })
  try {
    await clientOf(context).identity.register({
      full_name: typed.full_name,
      email: typed.email,
      password: of('password'),
      language: readLocale(request),
      ...(typed.username ? { username: typed.username } : {}),
      ...(typed.date_of_birth ? { date_of_birth: typed.date_of_birth } : {}),
      ...(isWantedRole(typed.role) ? { role: typed.role } : {}),
      ...challengeOf(form),
    })
  } catch (error) {
    if (asksChallenge(error)) return refused({}, 403, 'challenge')
    const failure = toClientError(error)
    if (failure.code === 'IDENTITY_PASSWORD_TOO_COMMON') return refused({ password: 'too_common' }, 400)
    if (failure.code === 'IDENTITY_EMAIL_DOMAIN_REFUSED') return refused({ email: 'domain_refused' }, 400)
    if (failure.code === 'IDENTITY_USERNAME_TAKEN') return refused({ username: 'username_taken' }, 409)
    if (failure.status === 429) return refused({}, 429, 'tooMany')
    if (failure.status !== 400) throw error
    return refused(fieldProblems(failure, { ...typed, password: of('password') }), 400)
  }
  return redirect('/sign-up/check-mail')
}

export default function SignUpPage() {
  const { t } = useTranslation()
  const { providers } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const problem = useProblemText(failed?.problems)
  const { state } = useNavigation()
  return (
    <FormPage
      title={t('account.signUpTitle')}
      lead={t('account.signUpLead')}
      below={
        <p>
          {t('account.haveAccount')}{' '}
          <KitLink href="/sign-in" className="text-ink underlined">
            {t('account.signIn')}
          </KitLink>
        </p>
      }
    >
      <PageHead title={t('account.signUpTitle')} noIndex />
      {failed?.whole === 'tooMany' ? <Notice tone="danger">{t('account.tooMany')}</Notice> : null}
      {failed && failed.whole === null ? <Notice tone="danger">{t('checkout.errorTitle')}</Notice> : null}
      <ShopForm className="space-y-4">
        <TextField
          label={t('account.fullName')}
          name="full_name"
          autoComplete="name"
          required
          maxLength={120}
          defaultValue={failed?.full_name}
          error={problem('full_name')}
        />
        <TextField
          label={t('account.email')}
          type="email"
          name="email"
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={failed?.email}
          error={problem('email')}
        />
        <ShopNewPasswordField
          label={t('account.password')}
          hint={t('account.passwordHint')}
          name="password"
          required
          error={problem('password')}
        />
        <MoreAboutYou typed={failed} problem={problem} />
        <ChallengeStep demand={failed?.whole === 'challenge' ? failed : null} />
        <Button type="submit" variant="primary" block pending={state === 'submitting'}>
          {t('account.signUp')}
        </Button>
      </ShopForm>
      <ProviderButtons providers={providers} next="/account" />
    </FormPage>
  )
}
