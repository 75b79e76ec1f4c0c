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
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { clientOf } from '../shop-context.ts'

export function loader({ url }: LoaderFunctionArgs) {
  return { token: url.searchParams.get('token') ?? '' }
}

/** Only a press confirms: programs that open the links of every mail must not confirm in somebody's name. */
export async function action({ request, context }: ActionFunctionArgs) {
  const token = String((await request.formData()).get('token') ?? '')
  try {
    await clientOf(context).identity.verifyEmail({ token })
  } catch (error) {
    const failure = toClientError(error)
    if (failure.status !== 400) throw error
    return data({ problem: failure.code }, { status: 400 })
  }
  return redirect('/sign-in?verified=1')
}

export default function VerifyEmailPage() {
  const { t } = useTranslation()
  const { token } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { state } = useNavigation()
  if (failed || !token) {
    return (
      <FormPage title={t('account.verifyFailedTitle')} lead={t('account.verifyFailed')}>
        <PageHead title={t('account.verifyFailedTitle')} noIndex />
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/sign-in" variant="primary">
            {t('account.signIn')}
          </LinkButton>
          <LinkButton href="/sign-up/check-mail">{t('account.resend')}</LinkButton>
        </div>
      </FormPage>
    )
  }
  return (
    <FormPage title={t('account.verifyTitle')} lead={t('account.verifyText')}>
      <PageHead title={t('account.verifyTitle')} noIndex />
      <ShopForm>
        <input type="hidden" name="token" value={token} />
        <Button type="submit" variant="primary" block pending={state === 'submitting'}>
          {t('account.verifyButton')}
        </Button>
      </ShopForm>
    </FormPage>
  )
}
