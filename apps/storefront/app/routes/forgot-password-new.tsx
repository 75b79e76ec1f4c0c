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
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { readRecovery, recoveryCookie } from '../recovery/recovery-cookie.ts'
import { ShopNewPasswordField } from '../recovery/shop-password-field.tsx'
import { clientOf, shopOf } from '../shop-context.ts'

export function loader({ request }: LoaderFunctionArgs) {
  const recovery = readRecovery(request)
  if (recovery?.token === undefined) return redirect('/forgot-password')
  return { email: recovery.email, hint: recovery.hint ?? null }
}

/** Sets the password. Nobody is signed in by it: that takes the new password, and the second factor where there is one. */
export async function action({ request, context }: ActionFunctionArgs) {
  const recovery = readRecovery(request)
  if (recovery?.token === undefined) return redirect('/forgot-password')
  const form = await request.formData()
  const date_of_birth = String(form.get('date_of_birth') ?? '')
  const publicUrl = shopOf(context).shop.public_url
  try {
    await clientOf(context).identity.resetPassword({
      reset_token: recovery.token,
      new_password: String(form.get('new_password') ?? ''),
      ...(date_of_birth === '' ? {} : { date_of_birth }),
    })
  } catch (error) {
    const failure = toClientError(error)
    if (failure.code === 'IDENTITY_TOKEN_INVALID') {
      return redirect('/forgot-password?over=1', { headers: recoveryCookie(null, publicUrl) })
    }
    const problem = problemOf(failure)
    if (problem === null) throw error
    return data({ problem }, { status: failure.status })
  }
  return redirect('/sign-in?reset=1', { headers: recoveryCookie(null, publicUrl) })
}

function problemOf(failure: ReturnType<typeof toClientError>) {
  if (failure.status === 429) return 'tooMany' as const
  if (failure.code === 'IDENTITY_PASSWORD_TOO_COMMON') return 'tooCommon' as const
  if (failure.code === 'IDENTITY_BIRTH_DATE_WRONG') return 'birthDateWrong' as const
  if (failure.errors.some(({ path }) => path === 'date_of_birth')) return 'birthDateWrong' as const
  return failure.status === 400 ? ('tooShort' as const) : null
}

export default function ForgotPasswordNewPage() {
  const { t } = useTranslation()
  const { email, hint } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const { state } = useNavigation()
  const ofPassword = problem === 'tooShort' || problem === 'tooCommon' ? t(`recovery.${problem}`) : undefined
  return (
    <FormPage title={t('recovery.newTitle')} lead={t('recovery.newLead')}>
      <PageHead title={t('recovery.newTitle')} noIndex />
      {problem === 'tooMany' ? <Notice tone="danger">{t('account.tooMany')}</Notice> : null}
      <ShopForm className="space-y-4">
        {/* Tells password managers whose password it is. */}
        <input type="text" name="email" autoComplete="username" defaultValue={email} hidden readOnly />
        {hint ? (
          <TextField
            label={t('recovery.birthDate')}
            hint={t('recovery.birthDateHint', { hint })}
            type="date"
            name="date_of_birth"
            autoComplete="bday"
            required
            error={problem === 'birthDateWrong' ? t('recovery.birthDateWrong') : undefined}
          />
        ) : null}
        <ShopNewPasswordField
          label={t('recovery.newPassword')}
          hint={t('account.passwordHint')}
          name="new_password"
          required
          ownWords={[email]}
          error={ofPassword}
        />
        <Button type="submit" variant="primary" block pending={state === 'submitting'}>
          {t('recovery.set')}
        </Button>
      </ShopForm>
    </FormPage>
  )
}
