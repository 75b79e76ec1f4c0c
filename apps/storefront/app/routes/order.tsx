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
import { CancelForm } from '../orders/cancel-form.tsx'
import { OrderNotice } from '../orders/order-notice.tsx'
import { orderPath } from '../orders/order-path.ts'
import { OrderPapers } from '../orders/order-papers.tsx'
import { OrderParcels, Way } from '../orders/order-parcels.tsx'
import { OrderStatusBadge } from '../orders/order-status.tsx'
import { OrderSteps } from '../orders/order-steps.tsx'
import { needed, pageError } from '../page-errors.ts'
import { clientOf } from '../shop-context.ts'

function asked(args: { params: Record<string, string | undefined>; url: URL }) {
  const token = args.url.searchParams.get('token')
  return { order_id: args.params['orderId'] ?? '', ...(token ? { token } : {}) }
}

/** While it is not sent, what is not there yet is worth a word. */
const waiting: ReadonlySet<string> = new Set(['pending_payment', 'paid', 'processing'])

export async function loader({ context, params, url }: LoaderFunctionArgs) {
  return { order: await needed(clientOf(context).orders.getOrder(asked({ params, url })), url) }
}

export async function action({ context, params, url }: ActionFunctionArgs) {
  const order = asked({ params, url })
  try {
    const cancelled = await clientOf(context).orders.cancelOrder(order)
    return redirect(orderPath(cancelled, { token: order.token ?? null }))
  } catch (error) {
    const failure = toClientError(error)
    if (failure.code === 'ORDERS_NOT_CANCELLABLE') return data({ problem: failure.code }, { status: 409 })
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
  const { order } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const priced = usePriceRows(order)
  const [params] = useSearchParams()
  const name = order.shipping_address.full_name
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
        {failed ? <Notice tone="danger">{t('order.cancelFailed')}</Notice> : null}
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
