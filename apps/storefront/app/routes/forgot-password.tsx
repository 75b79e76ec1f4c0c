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
import { asksChallenge, challengeOf } from '../challenge/challenge-answer.ts'
import { ChallengeStep } from '../challenge/challenge-step.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { recoveryCookie } from '../recovery/recovery-cookie.ts'
import { clientOf, shopOf } from '../shop-context.ts'

export function loader({ url }: LoaderFunctionArgs) {
  return { over: url.searchParams.get('over') === '1' }
}

/** Asks for a code. The way goes on alike for a known and an unknown address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const email = String(form.get('email') ?? '').trim()
  try {
    await clientOf(context).identity.forgotPassword({ email, ...challengeOf(form) })
  } catch (error) {
    if (asksChallenge(error)) return data({ email, problem: 'challenge' as const }, { status: 403 })
    const failure = toClientError(error)
    if (failure.status === 429) return data({ email, problem: 'tooMany' as const }, { status: 429 })
    if (failure.status !== 400) throw error
    return data({ email, problem: 'email' as const }, { status: 400 })
  }
  const headers = recoveryCookie({ email }, shopOf(context).shop.public_url)
  return redirect('/forgot-password/code', { headers })
}

export default function ForgotPasswordPage() {
  const { t } = useTranslation()
  const { over } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { state } = useNavigation()
  return (
    <FormPage
      title={t('recovery.askTitle')}
      lead={t('recovery.askLead')}
      below={
        <KitLink href="/sign-in" className="text-ink underlined">
          {t('recovery.back')}
        </KitLink>
      }
    >
      <PageHead title={t('recovery.askTitle')} noIndex />
      {over && !failed ? <Notice tone="warning">{t('recovery.over')}</Notice> : null}
      {failed?.problem === 'tooMany' ? <Notice tone="danger">{t('account.tooMany')}</Notice> : null}
      <ShopForm className="space-y-4">
        <TextField
          label={t('account.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          maxLength={254}
          defaultValue={failed?.email}
          error={failed?.problem === 'email' ? t('problem.email') : undefined}
        />
        <ChallengeStep demand={failed?.problem === 'challenge' ? failed : null} />
        <Button type="submit" variant="primary" block pending={state === 'submitting'}>
          {t('recovery.send')}
        </Button>
      </ShopForm>
    </FormPage>
  )
}
