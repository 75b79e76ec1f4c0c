import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
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

/** Only a press confirms or stops: programs that open the links of every mail must do neither. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const token = String(form.get('token') ?? '')
  const { identity } = clientOf(context)
  try {
    if (form.get('intent') === 'stop') {
      await identity.cancelEmailChange({ token })
      return data({ outcome: 'stopped' as const })
    }
    const { status } = await identity.confirmEmailChange({ token })
    return data({ outcome: status })
  } catch (error) {
    const failure = toClientError(error)
    if (failure.code === 'IDENTITY_EMAIL_TAKEN') return data({ outcome: 'taken' as const }, { status: 409 })
    if (failure.status !== 400) throw error
    return data({ outcome: 'invalid' as const }, { status: 400 })
  }
}

const titles = {
  changed: ['changedTitle', 'changedText'],
  waiting: ['waitingTitle', 'waitingText'],
  stopped: ['stoppedTitle', 'stoppedText'],
  taken: ['invalidTitle', 'taken'],
  invalid: ['invalidTitle', 'invalidText'],
} as const

export default function ConfirmEmailPage() {
  const { t } = useTranslation()
  const { token } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { state } = useNavigation()
  const outcome = answer?.outcome ?? (token === '' ? 'invalid' : null)
  if (outcome !== null) {
    const [title, text] = titles[outcome]
    return (
      <FormPage title={t(`recovery.${title}`)} lead={t(`recovery.${text}`)}>
        <PageHead title={t(`recovery.${title}`)} noIndex />
        <div className="flex flex-wrap gap-3">
          <LinkButton href="/account/profile" variant="primary">
            {t('account.title')}
          </LinkButton>
          {outcome === 'stopped' ? (
            <LinkButton href="/forgot-password">{t('recovery.newTitle')}</LinkButton>
          ) : null}
        </div>
      </FormPage>
    )
  }
  return (
    <FormPage title={t('recovery.confirmTitle')} lead={t('recovery.confirmText')}>
      <PageHead title={t('recovery.confirmTitle')} noIndex />
      <ShopForm>
        <input type="hidden" name="token" value={token} />
        <Button type="submit" variant="primary" block pending={state === 'submitting'}>
          {t('recovery.confirm')}
        </Button>
      </ShopForm>
      <p className="text-sm text-ink-muted">{t('recovery.stopText')}</p>
      <ShopForm>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="intent" value="stop" />
        <Button type="submit" block>
          {t('recovery.stop')}
        </Button>
      </ShopForm>
    </FormPage>
  )
}
