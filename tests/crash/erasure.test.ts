// A customer's leaving survives the death of its process before every single statement, commit and call.
// Guarded by the row and the job that are written in one transaction, by steps that find nothing the second time, and
// by the last mail, which is known by the erasure's id.
// Planted and seen to fail: the account removed before the row is written; the row marked as done before the mail.
import { cart } from '@rampart/contracts/cart.ts'
import { checkout } from '@rampart/contracts/checkout.ts'
import { customers } from '@rampart/contracts/customers.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { backgroundContext, type CallContext, EDGE } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { someAddress } from '../support/api.ts'
import { violatedInvariants } from '../support/invariants.ts'
import { type MortalShop, openMortalShop } from '../support/mortal-shop.ts'
import { tracesOf } from '../support/traces.ts'

/** No act takes more steps than this; one that seems to never ends. */
const MOST_STEPS = 300

let shop: MortalShop
beforeAll(async () => void (shop = await openMortalShop()))
afterAll(() => shop.close())

type Customer = { readonly id: string; readonly email: string; readonly context: CallContext }

const as = {
  cart: () => client(cart, shop.assembly.linkTo('cart'), EDGE),
  checkout: () => client(checkout, shop.assembly.linkTo('checkout'), EDGE),
  customers: () => client(customers, shop.assembly.linkTo('customers'), EDGE),
  identity: () => client(identity, shop.assembly.linkTo('identity'), 'cli'),
  orders: () => client(orders, shop.assembly.linkTo('orders'), EDGE),
}

/** Somebody with an account, an address, a cart and an order that was cancelled. */
async function aCustomer(): Promise<Customer> {
  const email = `${newId()}@example.com`
  const { id } = await as.identity().createAccount(backgroundContext(newId()), {
    email,
    full_name: `Ada ${newId()}`,
    role: 'customer',
    password: `a long enough passphrase ${newId()}`,
  })
  const principal = {
    kind: 'customer' as const,
    id,
    session_id: newId(),
    guest_token: null,
    authenticated_at: Date.now(),
  }
  const context = { ...backgroundContext(newId()), principal, caller: EDGE }
  await as.customers().createAddress(context, someAddress)
  await as.cart().addItem(context, { variant_id: shop.variantId, quantity: 2 })
  const order = await as
    .checkout()
    .placeOrder(
      { ...context, idempotency_key: newId() },
      { email, shipping_address: someAddress, payment_method: 'sandbox' },
    )
  await as.orders().cancelOrder(context, { order_id: order.id })
  await shop.liveOn()
  return { id, email, context }
}

const leave = ({ context }: Customer) => as.customers().requestErasure(context, { confirmation: 'ERASE' })

type Left = { erased_at: string | null }

const erasureOf = ({ id }: Customer) =>
  shop.db.maybe<Left & { id: string }>(
    sql`SELECT id, erased_at FROM customers.erasures WHERE account_id = ${id}`,
  )

const newsOf = async ({ id }: Customer): Promise<number> =>
  (
    await shop.db.one<{ told: number }>(sql`
      SELECT count(*) AS told FROM platform_events.events
      WHERE type = 'customers.account-erased.v1' AND payload->>'account_id' = ${id}`)
  ).told

const mailsTo = async ({ id }: Customer): Promise<string[]> =>
  (
    await shop.db.many<{ status: string }>(sql`
      SELECT status FROM notifications.messages WHERE account_id = ${id} AND template = 'account-erased'`)
  ).map(({ status }) => status)

async function expectGone(customer: Customer, when: string): Promise<void> {
  expect((await erasureOf(customer))?.erased_at, when).not.toBeNull()
  expect(await tracesOf(shop.db, [customer.email]), when).toEqual([])
  expect(await newsOf(customer), when).toBe(1)
  expect(await mailsTo(customer), when).toEqual(['sent'])
}

test('asking to leave: it is begun and comes to its end, or it never was', async () => {
  let begun = 0
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const customer = await aCustomer()
    shop.doom.dieAt(step)
    await leave(customer).catch(() => undefined)
    const died = shop.doom.revive()
    await shop.liveOn()
    const when = `after dying at step ${String(step)}`
    expect(await violatedInvariants(shop.db), when).toEqual([])
    if ((await erasureOf(customer)) === null) {
      // Not written down: the customer is as before, and asks again.
      expect(begun, when).toBe(0)
      expect(await mailsTo(customer), when).toEqual([])
      await leave(customer)
      await shop.liveOn()
    } else begun += 1
    await expectGone(customer, when)
    if (!died) {
      expect(begun).toBeGreaterThan(3)
      return
    }
  }
  throw new Error('It never got through.')
})

test('carrying it out: whatever step its job dies at, it is run again and everything is gone, once', async () => {
  for (let step = 1; step <= MOST_STEPS; step += 1) {
    const customer = await aCustomer()
    await leave(customer)
    const erasure = await erasureOf(customer)
    const erase = shop.assembly.parts.get('customers')?.jobs?.['erase-account']
    shop.doom.dieAt(step)
    const context = { call: backgroundContext(newId()), now: () => new Date(), attempt: 1 }
    await erase?.({ erasure_id: erasure?.id }, context).catch(() => undefined)
    const died = shop.doom.revive()
    // The queue still has it.
    await shop.liveOn()
    const when = `after dying at step ${String(step)}`
    expect(await violatedInvariants(shop.db), when).toEqual([])
    await expectGone(customer, when)
    if (!died) {
      expect(step).toBeGreaterThan(20)
      return
    }
  }
  throw new Error('It never got through.')
})
