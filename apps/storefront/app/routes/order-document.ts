import type { LoaderFunctionArgs } from 'react-router'
import { paperResponse } from '../orders/paper-response.ts'
import { readLocale } from '../preferences.ts'
import { clientOf } from '../shop-context.ts'

/** One invoice or credit note of an order, for who holds the order's link or is signed in as its buyer. */
export async function loader({ context, params, request, url }: LoaderFunctionArgs) {
  const token = url.searchParams.get('token')
  const order = { order_id: params['orderId'] ?? '', ...(token ? { token } : {}) }
  const document_id = params['documentId'] ?? ''
  const locale = readLocale(request)
  const paper = clientOf(context).orders.getDocument({ ...order, document_id, language: locale })
  return paperResponse(paper, order, url)
}
