import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identity } from '@rampart/contracts/identity.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { backgroundContext, EDGE } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { type InProcessShop, openInProcessShop, PUBLIC_URL } from '../support/in-process-shop.ts'
import { receiveMail } from '../support/mailbox.ts'
import { type Article, orderOf, putOnSale } from '../support/scenery.ts'
import { settle } from '../support/settle.ts'
import { legallyKept, tracesOf } from '../support/traces.ts'

// A customer lives in the shop, takes their data along and leaves; then everything that is stored is searched for them.
// Seen to fail: with the plan of the purchase kept, with the recipients of mails kept, with an address in an audit entry.

const person = {
  full_name: 'Zenobia Quillfeather',
  street: '47 Nettlebed Passage',
  city: 'Bristol',
  postal_code: 'BS1 4DA',
  country: 'GB',
  phone: '+44 117 496 0123',
}
const email = `zenobia-${randomUUID()}@example.com`
const password = `a long enough passphrase ${randomUUID()}`
const words = [email, 'Quillfeather', 'Nettlebed', '496 0123']

let shop: InProcessShop
let article: Article
let account_id = ''
let token = ''

beforeAll(async () => {
  shop = await openInProcessShop()
  article = await putOnSale(shop)
  await shop.startWork()
  const cli = client(identity, shop.runtime.assembly.linkTo('identity'), 'cli')
  const { id } = await cli.createAccount(backgroundContext(newId()), {
    email,
    full_name: person.full_name,
    role: 'customer',
    password,
  })
  account_id = id
  token = await shop.signIn({ email, password, role: 'customer' })
})
afterAll(() => shop.close())

type Placed = { id: string; payment: { id: string }; tracking_token: string | null }

async function buy(who: { token?: string; cartToken?: string }): Promise<Placed> {
  const body = { ...orderOf(article.variant_id), email, shipping_address: person, note: 'For Quillfeather' }
  const placed = await shop.send('POST', '/orders', { ...who, body })
  expect(placed.status, placed.text).toBe(201)
  return placed.body as unknown as Placed
}

async function pay(order: Placed): Promise<void> {
  const approved = await shop.send('POST', `/payments/sandbox/${order.payment.id}/approve`, {
    token,
    body: {},
  })
  expect(approved.status, approved.text).toBeLessThan(300)
  const done = await shop.send('POST', `/checkout/${order.id}/complete`, { token, body: {} })
  expect(done.status, done.text).toBe(200)
}

async function sendOut(order_id: string): Promise<void> {
  const staff = {
    kind: 'staff' as const,
    id: newId(),
    session_id: newId(),
    role: 'manager',
    permissions: ['*:*'],
  }
  const context = { ...backgroundContext(newId()), principal: staff, caller: EDGE }
  const office = client(orders, shop.runtime.assembly.linkTo('orders'), EDGE)
  await office.updateOrder(context, { order_id, note: 'Quillfeather asked for string' })
  await office.updateStatus(context, { order_id, status: 'shipped', tracking_number: 'QF1' })
  await office.updateStatus(context, { order_id, status: 'delivered' })
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) if (await holds()) return
  throw new Error('It did not come about.')
}

test('somebody lives in the shop', async () => {
  const mine = { token }
  const renamed = await shop.send('PATCH', '/auth/me', {
    ...mine,
    body: { full_name: `Zoe ${person.full_name}`, username: `quillfeather-${randomUUID().slice(0, 8)}` },
  })
  expect(renamed.status, renamed.text).toBe(200)
  const body = { username: `zoe-${randomUUID().slice(0, 8)}` }
  expect((await shop.send('PATCH', '/auth/me', { ...mine, body })).status).toBe(200)
  await shop.send('POST', '/auth/email', { ...mine, body: { new_email: `new-${email}` } })
  await shop.send('POST', '/auth/login', { body: { email, password: 'a wrong passphrase of hers' } })
  await shop.send('POST', '/auth/register', {
    body: { email, password, full_name: person.full_name },
  })
  await shop.send('POST', '/addresses', { ...mine, body: { ...person, label: 'Quillfeather’s' } })
  const bought = await buy(mine)
  await pay(bought)
  await sendOut(bought.id)
  const given = await buy(mine)
  const cancelled = await shop.send('POST', `/orders/${given.id}/cancel`, {
    ...mine,
    body: { reason: 'Quillfeather has moved' },
  })
  expect(cancelled.status).toBe(200)
  const guest = await shop.send('POST', '/cart/items', {
    body: { variant_id: article.variant_id, quantity: 1 },
  })
  const cartToken = String(guest.headers['x-cart-token'])
  const asGuest = await buy({ cartToken })
  await shop.send('POST', `/orders/${asGuest.id}/cancel`, { cartToken, body: {} })
  await shop.send('POST', '/cart/items', {
    ...mine,
    body: { variant_id: article.variant_id, quantity: 2 },
  })
  await receiveMail(shop.dataDir, 'order-shipped', email)
  expect((await tracesOf(shop.db, words)).length).toBeGreaterThan(10)
})

test('the archive is for its owner alone, as a file that nobody on its way keeps', async () => {
  const asked = await shop.send('POST', '/auth/me/export', { token, body: {} })
  expect(asked.status, asked.text).toBe(202)
  const id = String(asked.body['id'])
  const mail = await receiveMail(shop.dataDir, 'export-ready', email)
  expect(mail.links).toContain(`${PUBLIC_URL}/account/privacy`)
  const path = `/auth/me/exports/${id}/download`
  const file = await shop.send('GET', path, { token })
  expect(file.status).toBe(200)
  expect(file.headers).toMatchObject({
    'content-type': 'application/zip',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="my-data-[\d-]+\.zip"$/)
  expect(file.headers['etag']).toBeUndefined()
  expect(file.text.startsWith('PK')).toBe(true)
  const stranger = await shop.account('customer')
  expect((await shop.send('GET', path, { token: stranger.token })).status).toBe(404)
  expect((await shop.send('GET', path)).status).toBe(401)
})

test('an order that is under way stands against leaving', async () => {
  const open = await buy({ token })
  const refused = await shop.send('POST', '/auth/me/erasure', { token, body: { confirmation: 'ERASE' } })
  expect(refused).toMatchObject({ status: 409, body: { code: 'CUSTOMERS_ORDERS_UNDER_WAY' } })
  await shop.send('POST', `/orders/${open.id}/cancel`, { token, body: {} })
  expect((await shop.send('GET', '/auth/me', { token })).status).toBe(200)
})

test('whoever leaves is signed out everywhere at once, and gets one last mail', async () => {
  const other = await shop.signIn({ email, password, role: 'customer' })
  const left = await shop.send('POST', '/auth/me/erasure', { token, body: { confirmation: 'ERASE' } })
  expect(left.status, left.text).toBe(202)
  for (const ended of [token, other])
    expect((await shop.send('GET', '/auth/me', { token: ended })).status).toBe(401)
  const again = await shop.send('POST', '/auth/login', { body: { email, password } })
  expect(again.status).toBe(401)
  await receiveMail(shop.dataDir, 'account-erased', email)
  await until(
    async () =>
      (await shop.db.maybe(sql`
        SELECT id FROM customers.erasures WHERE account_id = ${account_id} AND erased_at IS NOT NULL`)) !==
      null,
  )
})

test('then nothing in the database tells who they were, but for what the law wants kept', async () => {
  await settle(shop.db)
  expect(words.filter((word) => shop.logged().includes(word))).toEqual([])
  const found = await tracesOf(shop.db, words)
  expect(found.filter((trace) => !legallyKept.some((place) => trace.startsWith(`${place}: `)))).toEqual([])
  expect(found).toEqual(
    ['orders.orders.billing_address: Nettlebed', 'orders.orders.billing_address: Quillfeather'].reverse(),
  )
})

test('and an hour later the shop has forgotten where the last mail went', async () => {
  await shop.db.run(sql`UPDATE customers.erasures SET erased_at = now() - interval '2 hours'`)
  const { id } = await shop.db.one<{ id: string }>(
    sql`SELECT id FROM customers.erasures WHERE account_id = ${account_id}`,
  )
  const job = shop.runtime.assembly.parts.get('customers')?.jobs?.['erase-account']
  await job?.({ erasure_id: id }, { call: backgroundContext(newId()), now: () => new Date(), attempt: 1 })
  const row = await shop.db.one<{ contact: Buffer | null; finished_at: string | null }>(
    sql`SELECT contact, finished_at FROM customers.erasures WHERE id = ${id}`,
  )
  expect(row).toMatchObject({ contact: null, finished_at: expect.any(String) as string })
  const mails = await shop.db.many<{ recipient: string; details: unknown; status: string }>(sql`
    SELECT recipient, details, status FROM notifications.messages WHERE template = 'account-erased'`)
  expect(mails).toEqual([{ recipient: '', details: {}, status: 'sent' }])
})
