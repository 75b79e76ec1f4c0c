import { cart } from '@rampart/contracts/cart.ts'
import { catalog } from '@rampart/contracts/catalog.ts'
import { checkout } from '@rampart/contracts/checkout.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import { backgroundContext, type CallContext, EDGE } from '@rampart/platform/contract/call-context.ts'
import { type Client, client } from '@rampart/platform/contract/client.ts'
import type { Contract } from '@rampart/platform/contract/define-contract.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Runtime } from '../boot/runtime.ts'
import { buyers, type Fate } from './buyers.ts'
import { buyerEmail, buyerNamed, type DemoBuyers } from './seed-buyers.ts'

/** How many days ago each order was placed, the oldest first. */
const DAYS_AGO = [13, 8, 5, 3, 2, 0] as const

/** Places a few orders the way shoppers do, through cart, checkout and the sandbox bank, so that the back office has some. */
export async function seedOrders(runtime: Runtime, accounts: DemoBuyers): Promise<void> {
  const of = <C extends Contract>(contract: C): Client<C> =>
    client(contract, runtime.assembly.linkTo(contract.name), EDGE)
  const shelves = of(catalog)
  const staff: Principal = {
    kind: 'staff',
    id: newId(),
    session_id: newId(),
    role: 'super_admin',
    permissions: ['*:*'],
  }
  const { items } = await shelves.listProducts(as({ kind: 'guest', guest_token: null }), {
    page_size: 100,
    in_stock: 'true',
  })

  for (const [index, buyer] of buyers.entries()) {
    const { street, city, postal_code, country, name } = buyer
    const shopper = as(buyerNamed(accounts, name))
    for (const card of [items[(index * 3) % items.length], items[(index * 5 + 1) % items.length]]) {
      if (card === undefined) continue
      const product = await shelves.getProduct(shopper, { product_id: card.id })
      const variant = product.variants.find((candidate) => candidate.available > 2)
      if (variant !== undefined)
        await of(cart).addItem(shopper, { variant_id: variant.id, quantity: 1 + (index % 2) })
    }
    const order = await of(checkout).placeOrder(
      { ...shopper, idempotency_key: newId() },
      {
        email: buyerEmail(name),
        shipping_address: { full_name: name, street, city, postal_code, country },
        payment_method: 'sandbox',
      },
    )
    await of(payments).approveSandboxPayment(shopper, { payment_id: order.payment?.id ?? '' })
    await of(checkout).completeCheckout(shopper, { order_id: order.id })
    await meetFate(of(orders), as(staff), order.id, buyer.fate)
    await placeEarlier(runtime, order.id, DAYS_AGO[index] ?? 0)
  }
}

async function meetFate(
  desk: Client<typeof orders>,
  staff: CallContext,
  orderId: string,
  fate: Fate,
): Promise<void> {
  if (fate === 'cancelled') {
    await desk.cancelOrder(staff, { order_id: orderId, reason: 'Ordered twice by mistake' })
    return
  }
  const steps = (['processing', 'shipped', 'delivered'] as const).slice(
    0,
    ['paid', 'processing', 'shipped', 'delivered'].indexOf(fate),
  )
  for (const status of steps) {
    const parcel =
      status === 'shipped'
        ? { carrier: 'Harbour Post', tracking_number: `HP${orderId.slice(-9).toUpperCase()}` }
        : {}
    await desk.updateStatus(staff, { order_id: orderId, status, ...parcel })
  }
}

/** Moves a sample order into the past, as if the shop had been open for some days. */
async function placeEarlier({ db }: Runtime, orderId: string, days: number): Promise<void> {
  await db.run(sql`
    UPDATE orders.orders SET placed_at = placed_at - ${days} * interval '1 day' WHERE id = ${orderId}`)
  await db.run(sql`
    UPDATE orders.history SET occurred_at = occurred_at - ${days} * interval '1 day' WHERE order_id = ${orderId}`)
}

function as(principal: Principal): CallContext {
  return { ...backgroundContext(newId()), principal }
}
