import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useLoaderData,
  useNavigation,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Notice } from '@rampart/kit/notice.tsx'
import { TextField } from '@rampart/kit/text-field.tsx'
import { requireCustomer } from '../account/require-customer.ts'
import { ShopForm } from '../forms/shop-form.tsx'
import { FormPage } from '../layout/form-page.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { localPath } from '../local-path.ts'
import { needed } from '../page-errors.ts'
import { codeOf } from '../security/step-up.ts'
import { clientOf, shopOf } from '../shop-context.ts'

/** Ways to prove it that need no script, the usual one first. */
const ways = ['password', 'totp', 'backup_code'] as const

export async function loader({ context, url }: LoaderFunctionArgs) {
  requireCustomer({ context, url })
  const { methods } = await needed(clientOf(context).identity.getStepUp({}), url)
  return {
    way: ways.find((way) => methods.includes(way)) ?? null,
    next: localPath(url.searchParams.get('next'), '/account'),
  }
}

export async function action({ request, context, url }: ActionFunctionArgs) {
  requireCustomer({ context, url })
  const form = await request.formData()
  const next = localPath(form.get('next'), '/account')
  const client = clientOf(context)
  if (form.get('intent') === 'restart') {
    await needed(client.identity.logout({}), url)
    shopOf(context).endSession()
    return redirectDocument(`/sign-in?next=${encodeURIComponent(next)}`)
  }
  const proof = String(form.get('proof') ?? '').trim()
  try {
    await client.identity.stepUp(proofOf(String(form.get('way')), proof))
  } catch (error) {
    const { status } = toClientError(error)
    if (status >= 500) throw error
    return data({ problem: status === 429 ? ('tooMany' as const) : ('wrong' as const) }, { status })
  }
  return redirectDocument(next)
}

function proofOf(way: string, proof: string) {
  return way === 'password' ? { password: proof } : codeOf(proof)
}

export default function ProveAgainPage() {
  const { t } = useTranslation()
  const { way, next } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const { state } = useNavigation()
  const label = { password: t('account.password'), totp: t('apps.code'), backup_code: t('apps.backupCode') }
  return (
    <FormPage title={t('apps.againTitle')} lead={t('apps.againLead')}>
      <PageHead title={t('apps.againTitle')} noIndex />
      {failed ? (
        <Notice tone="danger">{failed.problem === 'wrong' ? t('apps.wrong') : t('account.tooMany')}</Notice>
      ) : null}
      {way === null ? null : (
        <ShopForm className="space-y-4">
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="way" value={way} />
          <TextField
            label={label[way]}
            type={way === 'password' ? 'password' : 'text'}
            name="proof"
            autoComplete={way === 'password' ? 'current-password' : 'one-time-code'}
            required
            maxLength={256}
          />
          <Button type="submit" variant="primary" block pending={state === 'submitting'}>
            {t('apps.confirm')}
          </Button>
        </ShopForm>
      )}
      <ShopForm>
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="intent" value="restart" />
        <Button type="submit" block>
          {t('apps.signInAgain')}
        </Button>
      </ShopForm>
    </FormPage>
  )
}
