import { redirect } from 'react-router'
import { toClientError } from '@rampart/client/client-error.ts'
import { pageError } from '../page-errors.ts'
import { orderPath } from './order-path.ts'

type Pdf = { content_type: string; bytes: Uint8Array; attachment: string }

/** A paper of an order as a file. One that is not written yet leads to the order's page, which says so. */
export async function paperResponse(
  paper: Promise<Pdf>,
  order: { order_id: string; token?: string },
  url: URL,
): Promise<Response> {
  try {
    const { content_type, bytes, attachment } = await paper
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': content_type,
        // Names are made of letters, digits and hyphens: see documentNumber.
        'Content-Disposition': `inline; filename="${attachment}"`,
        'Cache-Control': 'private, no-store',
      },
    })
  } catch (error) {
    if (toClientError(error).code !== 'ORDERS_NO_INVOICE') throw pageError(error, url)
    const path = orderPath({ id: order.order_id, tracking_token: null }, { token: order.token ?? null })
    return redirect(`${path}${path.includes('?') ? '&' : '?'}invoice=later`)
  }
}
