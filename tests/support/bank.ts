import { createHmac, randomUUID } from 'node:crypto'
import { type RivalAnswer, type Rival, buyer, race } from './rivals.ts'
import { shopKeys } from './shop-database.ts'
import type { ShopServer } from './shop-server.ts'

/** A guest's order that waits for its payment. */
export type PlacedOrder = {
  readonly id: string
  readonly paymentId: string
  /** Opens the order without an account. */
  readonly token: string
  readonly amountMinor: number
}

/** Places a guest's order. @throws when it is refused */
export async function placeOrder(server: ShopServer, variantId: string, quantity = 1): Promise<PlacedOrder> {
  const [order] = await placeOrders(server, [{ variant_id: variantId, quantity }])
  if (order === undefined) throw new Error('There is no order.')
  return order
}

/** Places guests' orders of one line each, at once. @throws when one is refused */
export async function placeOrders(
  server: ShopServer,
  lines: readonly { readonly variant_id: string; readonly quantity: number }[],
): Promise<PlacedOrder[]> {
  const answers = await race(
    server.url,
    lines.map((line) => buyer([line])),
  )
  return answers.map(readOrder)
}

/** Reads the answer to POST /orders. @throws unless it is 201 */
function readOrder({ status, body, text }: RivalAnswer): PlacedOrder {
  if (status !== 201) throw new Error(`The order was refused: ${text}`)
  const order = body as unknown as {
    id: string
    tracking_token: string
    payment: { id: string }
    total: { amount: string }
  }
  const { id, tracking_token: token, payment, total } = order
  return { id, token, paymentId: payment.id, amountMinor: Math.round(Number(total.amount) * 100) }
}

/** The shopper approves at the bank. */
export function approval({ paymentId }: PlacedOrder): Rival {
  return { path: `/payments/sandbox/${paymentId}/approve` }
}

/** The shopper's browser comes back from the bank. */
export function browserReturn({ id, token }: PlacedOrder): Rival {
  return { path: `/checkout/${id}/complete`, body: { token } }
}

/** The buyer cancels. */
export function cancellation({ id, token }: PlacedOrder): Rival {
  return { path: `/orders/${id}/cancel`, body: { token } }
}

/** A message of the sandbox bank. */
export type BankMessage = {
  readonly id: string
  readonly merchant: string
  readonly reference: string
  readonly status: 'open' | 'captured' | 'failed' | 'cancelled'
  readonly amount_minor: number
  readonly currency: string
}

/** Makes the bank's messages to one shop, signed with the key that they share. */
export type Bank = {
  message(order: PlacedOrder, changes?: Partial<BankMessage>): BankMessage
  /** The delivery of a text. `at`: seconds since the epoch; `secret`: another key than the shared one. */
  delivery(text: string, options?: { at?: number; secret?: Buffer; signedText?: string }): Rival
}

/** The sandbox bank as it knows the shop of a running server. */
export async function openBank({ dataDir, port }: ShopServer): Promise<Bank> {
  const shared = (await shopKeys(dataDir)).derive('payments:sandbox-webhook')
  return {
    message: (order, changes = {}) => ({
      id: randomUUID(),
      merchant: `http://localhost:${String(port)}`,
      reference: order.paymentId,
      status: 'captured',
      amount_minor: order.amountMinor,
      currency: 'USD',
      ...changes,
    }),
    delivery: (text, { at = Math.floor(Date.now() / 1_000), secret = shared, signedText = text } = {}) => {
      const digest = createHmac('sha256', secret)
        .update(`${String(at)}.${signedText}`)
        .digest('hex')
      return {
        path: '/payments/webhooks/sandbox',
        rawBody: text,
        headers: { 'sandbox-signature': `t=${String(at)},v1=${digest}` },
      }
    },
  }
}
