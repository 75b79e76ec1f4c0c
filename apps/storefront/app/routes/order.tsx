import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
} from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { KitLink } from '@rampart/kit/link.tsx'
import { formatMoney } from '@rampart/kit/money.ts'
import { Notice } from '@rampart/kit/notice.tsx'
import { AddressBlock } from '../address/address-block.tsx'
import { SummaryLines, SummaryTotals } from '../checkout/order-summary.tsx'
import { usePriceRows } from '../codes/price-rows.ts'
import { useEnvironment } from '../environment.tsx'
import { DateText } from '../layout/date-text.tsx'
import { PageHead } from '../layout/page-head.tsx'
import { buyAgain } from '../orders/buy-again.ts'
import { BuyAgainForm, LeftOutNotice } from '../orders/buy-again-form.tsx'
import { CancelForm } from '../orders/cancel-form.tsx'
import { orderAsked } from '../orders/order-asked.ts'
import { OrderNotice } from '../orders/order-notice.tsx'
import { orderPath } from '../orders/order-path.ts'
import { OrderPapers } from '../orders/order-papers.tsx'
import { OrderParcels, Way } from '../orders/order-parcels.tsx'
import { OrderStatusBadge } from '../orders/order-status.tsx'
import { OrderSteps } from '../orders/order-steps.tsx'
import { refundedPieces } from '../orders/refunded-pieces.ts'
import { needed, pageError } from '../page-errors.ts'
import { OrderReturnsSection } from '../returns/order-returns.tsx'
import { clientOf } from '../shop-context.ts'

/** While it is not sent, what is not there yet is worth a word. */
const waiting: ReadonlySet<string> = new Set(['pending_payment', 'paid', 'processing'])

export async function loader({ context, params, url }: LoaderFunctionArgs) {
  const { orders } = clientOf(context)
  const asked = orderAsked({ params, url })
  const [order, returns] = await Promise.all([
    needed(orders.getOrder(asked), url),
    needed(orders.listOrderReturns(asked), url),
  ])
  return { order, returns, token: asked.token ?? null }
}

export async function action({ request, context, params, url }: ActionFunctionArgs) {
  const order = orderAsked({ params, url })
  const client = clientOf(context)
  if ((await request.formData()).get('intent') === 'again') {
    const left = await needed(buyAgain(client, await needed(client.orders.getOrder(order), url)), url)
    const all = left.gone.length + left.short.length + left.full.length === 0
    return all ? redirect('/cart') : data({ left, problem: null })
  }
  try {
    const cancelled = await client.orders.cancelOrder(order)
    return redirect(orderPath(cancelled, { token: order.token ?? null }))
  } catch (error) {
    const failure = toClientError(error)
    if (failure.code === 'ORDERS_NOT_CANCELLABLE')
      return data({ problem: failure.code, left: null }, { status: 409 })
    throw pageError(error, url)
  }
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-1.5 text-sm font-semibold">{title}</h2>
      <div className="text-sm text-ink-muted">{children}</div>
    </section>
  )
}

export default function OrderPage() {
  const { t } = useTranslation()
  const { locale } = useEnvironment()
  const { order, returns, token } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const priced = usePriceRows(order)
  const [params] = useSearchParams()
  const name = order.shipping_address.full_name
  const refundedOf = ({ id }: { id: string }): string | undefined => {
    const back = refundedPieces(order, id)
    return back === null
      ? undefined
      : t('returns.refundedOf', { count: back.pieces, amount: formatMoney(back.amount, locale) })
  }
  const justPlaced = params.get('placed') === '1' && order.status !== 'cancelled'
  const title = t('order.title', { number: order.number })
  return (
    <div className="page max-w-5xl pt-8">
      <PageHead title={title} noIndex />
      <header>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm text-ink-muted">
          {justPlaced ? <span>{title}</span> : null}
          <span>
            {t('order.placedLabel')} <DateText value={order.placed_at} />
          </span>
          <OrderStatusBadge status={order.status} />
        </div>
        <h1 className="mt-2 text-4xl">
          {justPlaced ? (name ? t('order.thanks', { name }) : t('order.thanksNoName')) : title}
        </h1>
        {justPlaced ? (
          <p className="mt-3 max-w-prose text-ink-muted">
            {t('order.confirmationSent', { email: order.email })}{' '}
            {order.tracking_token ? t('order.keepLink') : null}
          </p>
        ) : null}
      </header>
      <div className="mt-6 space-y-4">
        {failed?.problem ? <Notice tone="danger">{t('order.cancelFailed')}</Notice> : null}
        {failed?.left ? <LeftOutNotice left={failed.left} /> : null}
        {params.get('invoice') === 'later' && order.documents.length === 0 ? (
          <Notice tone="info">{t('order.invoiceLater')}</Notice>
        ) : null}
        <OrderNotice order={order} />
      </div>
      {order.status === 'cancelled' ? null : (
        <div className="mt-8 rounded-lg border border-line bg-surface p-5 sm:p-6">
          <OrderSteps order={order} />
          {order.shipments.length > 0 ? (
            <OrderParcels order={order} />
          ) : order.shipment ? (
            <div className="mt-6 flex flex-wrap items-baseline gap-x-6 gap-y-1 border-t border-line pt-4 text-sm">
              <Way {...order.shipment} />
            </div>
          ) : null}
        </div>
      )}
      <div className="mt-8 grid gap-8 lg:grid-cols-[1fr_20rem] lg:gap-14">
        <section className="min-w-0">
          <h2 className="mb-4 text-xl">{t('order.items')}</h2>
          <SummaryLines
            lines={order.items.map((item) => ({
              ...item,
              notes: item.ships_later && waiting.has(order.status) ? ['ships_later'] : [],
              since: refundedOf(item),
            }))}
          />
          <SummaryTotals
            rows={[
              { label: t('checkout.subtotal'), value: formatMoney(order.subtotal, locale) },
              { label: t('checkout.delivery'), value: formatMoney(order.shipping_total, locale) },
              ...priced.rows,
              ...(Number(order.refunded_total.amount) > 0
                ? [{ label: t('order.refunded'), value: `−${formatMoney(order.refunded_total, locale)}` }]
                : []),
            ]}
            total={formatMoney(order.total, locale)}
            note={priced.note}
            paid={
              Number(order.gift_card_total.amount) > 0
                ? [{ label: t('codes.giftCards'), value: `−${formatMoney(order.gift_card_total, locale)}` }]
                : []
            }
          />
          {order.status === 'pending_payment' ? null : (
            <div className="mt-6">
              <BuyAgainForm />
            </div>
          )}
          <OrderReturnsSection orderId={order.id} token={order.tracking_token ?? token} returns={returns} />
        </section>
        <div className="space-y-6 self-start rounded-lg bg-well p-6">
          <Part title={t('order.shipTo')}>
            <AddressBlock address={order.shipping_address} />
          </Part>
          <Part title={t('order.contact')}>
            <p className="wrap-anywhere">{order.email}</p>
          </Part>
          <Part title={t('order.method')}>
            <p>{order.shipping_method.name}</p>
          </Part>
          {order.documents.length > 0 ? (
            <Part title={t('order.papers')}>
              <OrderPapers order={order} token={params.get('token')} />
            </Part>
          ) : null}
          <p className="text-sm">
            <KitLink href="/help" className="underlined">
              {t('order.help')}
            </KitLink>
          </p>
          {order.allowed_actions.includes('cancel') ? <CancelForm /> : null}
        </div>
      </div>
    </div>
  )
}
