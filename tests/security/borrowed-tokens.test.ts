import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Account, type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'
import { type Belongings, moveIn, putOnSale } from '../support/scenery.ts'

// Tokens in the place of others: of another order, of a guest beside an account, of the other side. Whose things each
// caller reaches with their own is tried in ownership.test.ts.

let shop: InProcessShop
let customer: Account
const things: Record<'ada' | 'gil' | 'guy', Belongings> = {} as never

beforeAll(async () => {
  shop = await openInProcessShop()
  const article = await putOnSale(shop)
  customer = await shop.account('customer')
  things.ada = await moveIn(shop, article, customer)
  for (const name of ['gil', 'guy'] as const) things[name] = await moveIn(shop, article)
})
afterAll(() => shop.close())

test('the tracking token of one order opens no other, and no cart', async () => {
  const token = things.gil.trackingToken ?? ''
  const others = things.guy.order_id
  expect((await shop.send('GET', `/orders/${others}?token=${token}`)).status).toBe(404)
  for (const path of [`/orders/${others}/cancel`, `/checkout/${others}/complete`])
    expect((await shop.send('POST', path, { body: { token } })).status, path).toBe(404)
  const own = await shop.send('GET', `/orders/${things.gil.order_id}?token=${token}`)
  expect(own.status).toBe(200)
  expect((await shop.send('GET', `/orders/${things.gil.order_id}?token=`)).status).toBe(404)
  expect((await shop.send('GET', '/cart', { cartToken: token })).body['items']).toEqual([])
})

test('a customer who brings a guest’s cart token gets that cart by merging it and in no other way', async () => {
  const both = { token: customer.token, cartToken: things.gil.cartToken }
  expect((await shop.send('GET', `/orders/${things.gil.order_id}`, both)).status).toBe(404)
  expect((await shop.send('GET', '/cart', both)).body['id']).toBe(things.ada.cart_id)
})

test('an access token of the shop opens nothing of the back office, and the other way', async () => {
  const clerk = await shop.account('super_admin')
  expect((await shop.send('GET', '/audit', { token: customer.token })).status).toBe(403)
  expect((await shop.send('GET', '/cart', { token: clerk.token })).status).toBe(403)
  const { email, password } = clerk
  expect((await shop.send('POST', '/auth/login', { body: { email, password } })).status).toBe(401)
  const asStaff = { body: { email: customer.email, password: customer.password } }
  expect((await shop.send('POST', '/auth/staff/login', asStaff)).status).toBe(401)
})
