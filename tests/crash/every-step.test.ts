// A purchase survives the death of its process before every single statement, commit and call: each is tried in turn.
// Guarded by the process row that is written first, steps that may be repeated, the outbox and the reconciler.
// Planted and seen to fail: the process ended before markPaid; stock reserved before the process row is written;
// a captured payment without an order never given up.
import { cart } from '@rampart/contracts/cart.ts'
import { checkout } from '@rampart/contracts/checkout.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import { backgroundContext, type CallContext, EDGE } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { randomToken } from '@rampart/platform/crypto/tokens.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { someAddress } from '../support/api.ts'
import { violatedInvariants } from '../support/invariants.ts'
import { type MortalShop, openMortalShop } from '../support/mortal-shop.ts'
import { ageProcesses } from '../support/settle.ts'

/** No operation takes more steps than this; one that seems to never ends. */
const MOST_STEPS = 400

let shop: MortalShop

beforeAll(async () => {
  shop = await openMortalShop()
})
afterAll(() => shop.close())

type Purchase = { readonly context: CallContext; id: string; paymentId: string }

function aGuest(): Purchase {
  const principal = { kind: 'guest', guest_token: randomToken() } as const
  return { context: { ...backgroundContext(newId()), principal, caller: EDGE }, id: '', paymentId: '' }
}

const of = {
  cart: () => client(cart, shop.assembly.linkTo('cart'), EDGE),
  checkout: () => client(checkout, shop.assembly.linkTo('checkout'), EDGE),
  orders: () => client(orders, shop.assembly.linkTo('orders'), EDGE),
  payments: () => client(payments, shop.assembly.linkTo('payments'), EDGE),
}

async function place(purchase: Purchase, key: string): Promise<void> {
  const order = await of
    .checkout()
    .placeOrder(
      { ...purchase.context, idempotency_key: key },
      { email: 'buyer@example.com', shipping_address: someAddress, payment_method: 'sandbox' },
    )
  purchase.id = order.id
  purchase.paymentId = order.payment?.id ?? ''
}

async function fillCart(purchase: Purchase): Promise<void> {
  await of.cart().addItem(purchase.context, { variant_id: shop.variantId, quantity: 2 })
}

async function placed(): Promise<Purchase> {
  const purchase = aGuest()
  await fillCart(purchase)
  await place(purchase, newId())
  return purchase
}

async function approved(): Promise<Purchase> {
  const purchase = await placed()
  await approve(purchase)
  return purchase
}

async function paid(): Promise<Purchase> {
  const purchase = await approved()
  await complete(purchase)
  return purchase
}

const approve = ({ context, paymentId }: Purchase) =>
  of.payments().approveSandboxPayment(context, { payment_id: paymentId })
const complete = ({ context, id }: Purchase) => of.checkout().completeCheckout(context, { order_id: id })
const cancel = ({ context, id }: Purchase) => of.orders().cancelOrder(context, { order_id: id })

async function statusOf({ id }: Purchase): Promise<string> {
  return (await shop.db.one<{ status: string }>(sql`SELECT status FROM orders.orders WHERE id = ${id}`))
    .status
}

/** Dies at step 1, 2, 3 … of the act until it gets through; after each death life goes on and all must be well. */
async function dieAtEveryStep(
  prepare: () => Promise<Purchase>,
  act: (purchase: Purchase) => Promise<unknown>,
  after: (purchase: Purchase) => Promise<void> = () => Promise.resolve(),
): Promise<number> {
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const purchase = await prepare()
    shop.doom.dieAt(step)
    // What it was told is lost with it: whether this throws says nothing.
    await act(purchase).catch(() => undefined)
    const died = shop.doom.revive()
    await after(purchase)
    await shop.liveOn()
    expect(await violatedInvariants(shop.db), `after dying at step ${String(step)}`).toEqual([])
    if (!died) return step - 1
  }
  throw new Error('It never got through.')
}

test('placing an order, and the buyer never comes back', async () => {
  const steps = await dieAtEveryStep(withCart, (purchase) => place(purchase, newId()))
  expect(steps).toBeGreaterThan(20)
})

test('placing an order, and the buyer asks again with the same key and pays', async () => {
  const keys = new Map<Purchase, string>()
  await dieAtEveryStep(
    async () => {
      const purchase = await withCart()
      keys.set(purchase, newId())
      return purchase
    },
    (purchase) => place(purchase, keys.get(purchase) ?? ''),
    async (purchase) => {
      await place(purchase, keys.get(purchase) ?? '')
      await approve(purchase)
      await complete(purchase)
      expect(await statusOf(purchase)).toBe('paid')
    },
  )
})

test('placing an order, and the bank takes the money all the same', async () => {
  await dieAtEveryStep(
    withCart,
    (purchase) => place(purchase, newId()),
    async () => {
      // Of those that the shop had written down: nobody has heard of any other, so nobody can pay it.
      await shop.db.run(sql`
        UPDATE payments.sandbox_payments SET status = 'approved'
        WHERE status = 'open' AND reference IN (SELECT id FROM payments.payments)`)
    },
  )
})

test('approving at the bank', async () => {
  await dieAtEveryStep(placed, approve)
})

test('coming back from the bank', async () => {
  const steps = await dieAtEveryStep(approved, complete, async (purchase) => {
    await shop.liveOn()
    expect(await statusOf(purchase)).toBe('paid')
  })
  expect(steps).toBeGreaterThan(20)
})

test('cancelling an order that waits for its payment', async () => {
  await dieAtEveryStep(placed, cancel)
})

test('cancelling an order that was approved and not finished', async () => {
  await dieAtEveryStep(approved, cancel)
})

test('cancelling an order that was paid', async () => {
  await dieAtEveryStep(paid, cancel)
})

test('handing over the news of a capture', async () => {
  await dieAtEveryStep(
    async () => {
      const purchase = await approved()
      // The shop hears of the capture and does nothing more in this request.
      const sync = client(payments, shop.assembly.linkTo('payments'), 'checkout')
      await sync.syncPayment(purchase.context, { order_id: purchase.id })
      return purchase
    },
    () => shop.deliver(),
    async (purchase) => {
      await shop.liveOn()
      expect(await statusOf(purchase)).toBe('paid')
    },
  )
})

test('handing over the news that a paid order was cancelled', async () => {
  await dieAtEveryStep(
    async () => {
      const purchase = await paid()
      await shop.liveOn()
      await cancel(purchase)
      return purchase
    },
    () => shop.deliver(),
    async (purchase) => {
      await shop.liveOn()
      expect(await statusOf(purchase)).toBe('cancelled')
    },
  )
})

test('reconciling a payment whose news never came', async () => {
  await dieAtEveryStep(approved, reconcileAll, async (purchase) => {
    await shop.liveOn()
    expect(await statusOf(purchase)).toBe('paid')
  })
})

test('reconciling a purchase that nobody paid', async () => {
  await dieAtEveryStep(placed, reconcileAll, async (purchase) => {
    await shop.liveOn()
    expect(await statusOf(purchase)).toBe('cancelled')
  })
})

async function withCart(): Promise<Purchase> {
  const purchase = aGuest()
  await fillCart(purchase)
  return purchase
}

async function reconcileAll(): Promise<void> {
  await ageProcesses(shop.db)
  await shop.runSchedule('checkout', 'reconcile')
}
