import { type LoaderFunctionArgs, redirect } from 'react-router'
import { orderPath } from '../orders/order-path.ts'
import { needed } from '../page-errors.ts'
import { clientOf, shopOf } from '../shop-context.ts'

type Provider = 'stripe' | 'razorpay'

/** What the page of a provider's form is made of. An order that is paid by now, or elsewhere, shows itself instead. */
export async function loadPayment<P extends Provider>(
  { context, params, url }: Pick<LoaderFunctionArgs, 'context' | 'params' | 'url'>,
  provider: P,
) {
  const token = url.searchParams.get('token')
  const order_id = params['orderId'] ?? ''
  const order = await needed(
    clientOf(context).orders.getOrder({ order_id, ...(token === null ? {} : { token }) }),
    url,
  )
  const { payment } = order
  const form = payment?.next_action?.form
  if (!payment || form?.provider !== provider) throw redirect(orderPath(order, { token }))
  const back = new URLSearchParams({ order_id })
  if (token !== null) back.set('token', token)
  return {
    script: shopOf(context).embedPaymentForm(provider),
    form: form as Extract<typeof form, { provider: P }>,
    payment_id: payment.id,
    number: order.number,
    total: order.total,
    order: orderPath(order, { token }),
    back: `/checkout/return?${back.toString()}`,
  }
}
