import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { LinkButton } from '@rampart/kit/link-button.tsx'
import { Spinner } from '@rampart/kit/spinner.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { orderPath } from '../orders/order-path.ts'
import { needed, notFound } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

const LOOK_AGAIN_SECONDS = 4

/** The buyer is back from the payment page: finish the order, or say that the bank has not decided yet. */
export async function loader({ context, url }: LoaderFunctionArgs) {
  const orderId = url.searchParams.get('order_id')
  const token = url.searchParams.get('token')
  if (!orderId) throw notFound()
  const order = await needed(
    clientOf(context).checkout.completeCheckout({ order_id: orderId, ...(token ? { token } : {}) }),
    url,
  )
  const undecided = order.status === 'pending_payment' && order.payment?.status === 'pending'
  if (!undecided) return redirect(orderPath(order, { placed: true, token }))
  return { order: orderPath(order, { token }), again: url.pathname + url.search }
}

/** The page looks again by itself. A header, not a meta element: assistive tools warn of those that reload. */
export function headers() {
  return { Refresh: String(LOOK_AGAIN_SECONDS) }
}

export default function CheckoutReturnPage() {
  const { t } = useTranslation()
  const { order, again } = useLoaderData<typeof loader>()
  return (
    <div className="page flex max-w-xl flex-col items-center gap-4 py-section text-center">
      <PageHead title={t('checkout.returnTitle')} noIndex />
      <span className="text-3xl text-accent-text">
        <Spinner />
      </span>
      <h1 className="text-3xl">{t('checkout.returnTitle')}</h1>
      <p className="text-ink-muted" role="status">
        {t('checkout.returnText')}
      </p>
      <p className="text-sm text-ink-subtle">{t('checkout.returnSafe')}</p>
      <div className="mt-2 flex flex-wrap justify-center gap-3">
        <LinkButton href={again} variant="primary">
          {t('checkout.returnAgain')}
        </LinkButton>
        <LinkButton href={order}>{t('checkout.returnOrder')}</LinkButton>
      </div>
    </div>
  )
}
