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
import { asksChallenge } from '../challenge/challenge-answer.ts'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { readRecovery, recoveryCookie } from '../recovery/recovery-cookie.ts'
import { clientOf, shopOf } from '../shop-context.ts'

export function loader({ request }: LoaderFunctionArgs) {
  const recovery = readRecovery(request)
  return recovery === null ? redirect('/forgot-password') : { email: recovery.email }
}

/** Exchanges the mailed digits for the token that sets a password, or has new ones sent. */
export async function action({ request, context }: ActionFunctionArgs) {
  const recovery = readRecovery(request)
  if (recovery === null) return redirect('/forgot-password')
  const { email } = recovery
  const { identity } = clientOf(context)
  const form = await request.formData()
  try {
    if (form.get('intent') === 'again') {
      await identity.forgotPassword({ email })
      return data({ outcome: 'againSent' as const })
    }
    const verified = await identity.verifyResetCode({ email, otp: String(form.get('otp') ?? '') })
    const next = { email, token: verified.reset_token, hint: verified.birth_date_hint }
    return redirect('/forgot-password/new', {
      headers: recoveryCookie(next, shopOf(context).shop.public_url),
    })
  } catch (error) {
    // The page before this one knows how to solve it.
    if (asksChallenge(error)) return redirect('/forgot-password')
    const failure = toClientError(error)
    if (failure.status === 429) return data({ outcome: 'tooMany' as const }, { status: 429 })
    if (failure.status !== 400) throw error
    return data({ outcome: 'codeWrong' as const }, { status: 400 })
  }
}

export default function ForgotPasswordCodePage() {
  const { t } = useTranslation()
  const { email } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { state } = useNavigation()
  return (
    <FormPage
      title={t('recovery.codeTitle')}
      lead={t('recovery.codeLead', { email })}
      below={
        <KitLink href="/sign-in" className="text-ink underlined">
          {t('recovery.back')}
        </KitLink>
      }
    >
      <PageHead title={t('recovery.codeTitle')} noIndex />
      {answer?.outcome === 'againSent' ? <Notice tone="success">{t('recovery.againSent')}</Notice> : null}
      {answer?.outcome === 'tooMany' ? <Notice tone="danger">{t('account.tooMany')}</Notice> : null}
      <ShopForm className="space-y-4">
        <TextField
          label={t('recovery.code')}
          hint={t('recovery.codeHint')}
          name="otp"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          maxLength={20}
          error={answer?.outcome === 'codeWrong' ? t('recovery.codeWrong') : undefined}
        />
        <Button type="submit" variant="primary" block pending={state === 'submitting'}>
          {t('recovery.check')}
        </Button>
      </ShopForm>
      <ShopForm>
        <input type="hidden" name="intent" value="again" />
        <Button type="submit" block>
          {t('recovery.again')}
        </Button>
      </ShopForm>
    </FormPage>
  )
}
