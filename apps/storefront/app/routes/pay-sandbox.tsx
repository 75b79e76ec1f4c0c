import { FlaskConical, Landmark } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { Button } from '@rampart/kit/button.tsx'
import { Icon } from '@rampart/kit/icon.tsx'
import { formatMoney } from '@rampart/kit/money.ts'
import { Notice } from '@rampart/kit/notice.tsx'
import { useEnvironment } from '../environment.tsx'
import { CsrfField } from '../forms/csrf-field.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { needed, pageError } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

const LATER_SECONDS = 20

export async function loader({ context, params, url }: LoaderFunctionArgs) {
  const payment_id = params['paymentId'] ?? ''
  return { payment: await needed(clientOf(context).payments.getSandboxPayment({ payment_id }), url) }
}

export async function action({ request, context, params, url }: ActionFunctionArgs) {
  const payment_id = params['paymentId'] ?? ''
  const { payments } = clientOf(context)
  const intent = (await request.formData()).get('intent')
  try {
    const payment =
      intent === 'decline'
        ? await payments.declineSandboxPayment({ payment_id })
        : intent === 'later'
          ? await payments.approveSandboxPayment({ payment_id, delay_seconds: LATER_SECONDS })
          : await payments.approveSandboxPayment({ payment_id })
    return redirect(payment.return_url)
  } catch (error) {
    const failure = toClientError(error)
    if (failure.code === 'PAYMENTS_SANDBOX_CLOSED') return data({ problem: failure.code }, { status: 409 })
    throw pageError(error, url)
  }
}

/** The sandbox bank: another house, and it looks like one. Plain forms, so that nothing of the shop stays around it. */
export default function PaySandboxPage() {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const { payment } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const open = payment.status === 'open' && !failed
  return (
    <div className="flex min-h-dvh flex-1 flex-col bg-well">
      <PageHead title={t('pay.title')} noIndex />
      <header className="bg-ink text-canvas">
        <div className="mx-auto flex w-full max-w-md items-center gap-3 px-5 py-4">
          <Icon icon={Landmark} />
          <p className="font-semibold">{t('pay.bank')}</p>
        </div>
      </header>
      <main id="main" className="mx-auto w-full max-w-md flex-1 px-5 py-8">
        <p className="flex items-start gap-2.5 text-sm text-ink-muted">
          <Icon icon={FlaskConical} size="sm" className="mt-1" />
          {t('pay.notice')}
        </p>
        <section className="mt-5 rounded-lg border border-line bg-surface p-6 shadow-sm">
          <h1 className="text-sm font-medium text-ink-muted">{t('pay.title')}</h1>
          <p className="figures mt-1 text-4xl font-semibold">{formatMoney(payment.amount, locale)}</p>
          <dl className="mt-5 space-y-2 border-t border-line pt-4 text-sm">
            <div className="flex justify-between gap-4">
              <dt className="text-ink-muted">{t('pay.merchant')}</dt>
              <dd className="font-medium">{payment.shop_name}</dd>
            </div>
            <div className="flex justify-between gap-4">
              <dt className="text-ink-muted">{t('pay.reference')}</dt>
              <dd className="font-mono text-xs leading-5">{payment.id.slice(-12)}</dd>
            </div>
            <div className="flex justify-between gap-4">
              <dt className="text-ink-muted">{t('pay.status')}</dt>
              <dd>{t(`pay.status_${payment.status}`)}</dd>
            </div>
          </dl>
          {open ? (
            <form method="post" className="mt-6 flex flex-col gap-3">
              <CsrfField />
              <Button type="submit" name="intent" value="approve" variant="primary" size="lg" block>
                {t('pay.approve')}
              </Button>
              <Button type="submit" name="intent" value="decline" block>
                {t('pay.decline')}
              </Button>
              <Button type="submit" name="intent" value="later" block>
                {t('pay.later')}
              </Button>
            </form>
          ) : (
            <div className="mt-6 space-y-4">
              <Notice tone="info" title={t('pay.decidedTitle')}>
                <p>{t('pay.decided')}</p>
              </Notice>
              <p className="text-center">
                <a href={payment.return_url} className="underlined">
                  {t('pay.back')}
                </a>
              </p>
            </div>
          )}
        </section>
        {open ? (
          <p className="mt-5 text-center text-sm text-ink-muted">
            <a href="/" className="underlined">
              {t('pay.walkAway')}
            </a>
            <span className="mt-1 block">{t('pay.walkAwayHint')}</span>
          </p>
        ) : null}
      </main>
    </div>
  )
}
