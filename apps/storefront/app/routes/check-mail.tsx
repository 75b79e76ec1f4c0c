import { useTranslation } from 'react-i18next'
import { type ActionFunctionArgs, data, useActionData, useNavigation } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { asksChallenge, challengeOf } from '../challenge/challenge-answer.ts'
import { ChallengeStep } from '../challenge/challenge-step.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { clientOf } from '../shop-context.ts'

/** Sends the link again. The answer is the same for a known and an unknown address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const email = String(form.get('email') ?? '').trim()
  try {
    await clientOf(context).identity.resendVerification({ email, ...challengeOf(form) })
  } catch (error) {
    if (asksChallenge(error)) return data({ email, outcome: 'challenge' as const }, { status: 403 })
    const failure = toClientError(error)
    if (failure.status === 429) return data({ email, outcome: 'tooMany' as const }, { status: 429 })
    if (failure.status !== 400) throw error
    return data({ email, outcome: 'email' as const }, { status: 400 })
  }
  return data({ email: '', outcome: 'resent' as const })
}

export default function CheckMailPage() {
  const { t } = useTranslation()
  const answer = useActionData<typeof action>()
  const { state } = useNavigation()
  return (
    <FormPage title={t('account.checkMailTitle')} lead={t('account.checkMailNoAddress')}>
      <PageHead title={t('account.checkMailTitle')} noIndex />
      {answer?.outcome === 'resent' ? <Notice tone="success">{t('account.resent')}</Notice> : null}
      {answer?.outcome === 'tooMany' ? <Notice tone="danger">{t('account.tooMany')}</Notice> : null}
      <p className="text-sm text-ink-muted">{t('account.checkMailHint')}</p>
      <ShopForm className="flex flex-col gap-4">
        <TextField
          label={t('account.email')}
          type="email"
          name="email"
          autoComplete="email"
          required
          maxLength={254}
          defaultValue={answer?.email}
          error={answer?.outcome === 'email' ? t('problem.email') : undefined}
        />
        <ChallengeStep demand={answer?.outcome === 'challenge' ? answer : null} />
        <Button type="submit" pending={state === 'submitting'}>
          {t('account.resend')}
        </Button>
      </ShopForm>
    </FormPage>
  )
}
