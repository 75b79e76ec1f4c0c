import type { LoaderFunctionArgs } from 'react-router'
import { paperResponse } from '../orders/paper-response.ts'
import { readLocale } from '../preferences.ts'
import { clientOf } from '../shop-context.ts'

/** The invoice of an order, for who holds its link or is signed in as its buyer. */
export async function loader({ context, params, request, url }: LoaderFunctionArgs) {
  const token = url.searchParams.get('token')
  const order = { order_id: params['orderId'] ?? '', ...(token ? { token } : {}) }
  const locale = readLocale(request)
  return paperResponse(clientOf(context).orders.getInvoice({ ...order, language: locale }), order, url)
}
