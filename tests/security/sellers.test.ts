import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { accessMatrix } from '../support/access-matrix.ts'
import { type Account, type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'
import { multipartBody } from '../support/requests.ts'
import { orderOf } from '../support/scenery.ts'
import { allTables, storedState } from '../support/stored-state.ts'

// Seen to fail with the owner taken out of lockProducts, of findVariantIds, of isOwned, of findPictures and of isSaleOf.

type Wares = {
  readonly product_id: string
  readonly variant_id: string
  readonly picture_id: string
  readonly order_id: string
}

let shop: InProcessShop
let tables: string[]
let manager: Account
const people: Record<'ana' | 'bo', { account: Account; things: Wares }> = {} as never
let shops: Wares

const json = <T>(sent: Sent): T => sent.body as unknown as T
async function ask<T>(who: Account | undefined, method: string, path: string, body?: unknown): Promise<T> {
  const sent = await shop.send(method, path, { token: who?.token, ...(body === undefined ? {} : { body }) })
  if (sent.status >= 300) throw new Error(`${method} ${path}: ${sent.text}`)
  return json<T>(sent)
}

async function upload(who: Account): Promise<string> {
  const file = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#a04030' } })
    .png()
    .toBuffer()
  const sent = await shop.send('POST', '/files', { token: who.token, ...multipartBody(file) })
  return json<{ id: string }>(sent).id
}

/** A product with a picture, stock and an order that was paid. */
async function openStall(who: Account, name: string): Promise<Wares> {
  const picture_id = await upload(who)
  const product = await ask<{ id: string; variants: { id: string }[] }>(who, 'POST', '/products', {
    name,
    price: '20.00',
    initial_quantity: 50,
    pictures: [{ id: picture_id }],
  })
  const variant_id = product.variants[0]!.id
  return { product_id: product.id, variant_id, picture_id, order_id: await buy([variant_id]) }
}

/** An order of one piece of each, approved at the sandbox bank. */
async function buy(variants: readonly string[]): Promise<string> {
  const body = { ...orderOf(''), items: variants.map((variant_id) => ({ variant_id, quantity: 1 })) }
  const placed = await shop.send('POST', '/orders', { body })
  if (placed.status !== 201) throw new Error(placed.text)
  const order = json<{ id: string; payment: { id: string }; tracking_token: string }>(placed)
  const cartToken = String(placed.headers['x-cart-token'])
  await shop.send('POST', `/payments/sandbox/${order.payment.id}/approve`, { cartToken, body: {} })
  await shop.send('POST', `/checkout/${order.id}/complete`, {
    cartToken,
    body: { token: order.tracking_token },
  })
  return order.id
}

async function until(true_: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000
  while (!(await true_())) {
    if (Date.now() > end) throw new Error('It never came true.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

beforeAll(async () => {
  shop = await openInProcessShop()
  // The shop works beside: what it mails and counts by itself is not these requests'.
  tables = (await allTables(shop.db)).filter((name) => /^(catalog|inventory|media|orders)\./.test(name))
  await shop.startWork()
  manager = await shop.account('manager')
  for (const name of ['ana', 'bo'] as const) {
    const account = await shop.account('seller')
    people[name] = { account, things: await openStall(account, `Ware of ${name}`) }
  }
  shops = await openStall(manager, 'Ware of the shop')
  const labelled = sql`SELECT count(*) AS n FROM inventory.labels`
  await until(async () => (await shop.db.one<{ n: number }>(labelled)).n === 3)
  const events = sql`SELECT count(*) AS n FROM platform_events.deliveries`
  await until(async () => (await shop.db.one<{ n: number }>(events)).n === 0)
}, 60_000)
afterAll(() => shop.close())

type Door = {
  readonly operation: string
  readonly method: string
  readonly path: (things: Wares) => string
  readonly body?: (things: Wares) => unknown
  /** What it answers for things of the seller's own. */
  readonly own: number
}

/** Every operation that a seller may call with the id of something, with a body that is otherwise right. */
const doors: readonly Door[] = [
  {
    operation: 'catalog.updateProduct',
    method: 'PUT',
    path: ({ product_id }) => `/products/${product_id}`,
    body: () => ({ summary: 'Changed' }),
    own: 200,
  },
  {
    operation: 'catalog.updateProduct',
    method: 'PATCH',
    path: ({ product_id }) => `/products/${product_id}`,
    body: () => ({ status: 'draft' }),
    own: 200,
  },
  {
    operation: 'catalog.updateStock',
    method: 'POST',
    path: ({ product_id }) => `/products/${product_id}/update_stock`,
    body: () => ({ delta: 1 }),
    own: 200,
  },
  {
    operation: 'catalog.updateStock',
    method: 'POST',
    path: ({ product_id }) => `/products/${product_id}/update_stock`,
    body: ({ variant_id }) => ({ variant_id, quantity: 5 }),
    own: 200,
  },
  {
    operation: 'inventory.adjustStock',
    method: 'POST',
    path: ({ variant_id }) => `/inventory/${variant_id}/adjust`,
    body: () => ({ delta: 1 }),
    own: 200,
  },
  {
    operation: 'inventory.listMovements',
    method: 'GET',
    path: ({ variant_id }) => `/inventory/${variant_id}/movements`,
    own: 200,
  },
  {
    operation: 'orders.getSale',
    method: 'GET',
    path: ({ order_id }) => `/sales/${order_id}`,
    own: 200,
  },
  {
    operation: 'catalog.archiveProduct',
    method: 'DELETE',
    path: ({ product_id }) => `/products/${product_id}`,
    own: 204,
  },
]

const nothing = (): Wares => ({
  product_id: randomUUID(),
  variant_id: randomUUID(),
  picture_id: randomUUID(),
  order_id: randomUUID(),
})

/** An answer without what is new each time. */
function plain({ status, text }: Sent): string {
  return `${String(status)} ${text.replace(/"request_id":"[^"]*"/, '').replace(/"instance":"[^"]*"/, '')}`
}

const knock = (who: Account, door: Door, things: Wares): Promise<Sent> =>
  shop.send(door.method, door.path(things), {
    token: who.token,
    ...(door.body === undefined ? {} : { body: door.body(things) }),
  })

test('every operation that takes an id from a seller, and has something of theirs, is tried', () => {
  const tried = new Set([
    ...doors.map(({ operation }) => operation),
    // Open to everybody; a seller’s drafts are tried below.
    ...['catalog.getProduct', 'catalog.getProductBySlug', 'catalog.getCategory', 'media.getRendition'],
  ])
  const ofSellers = shop.routes
    .filter(({ contract }) => ['catalog', 'media', 'inventory', 'orders'].includes(contract))
    .filter(({ contract, name }) => accessMatrix[`${contract}.${name}`]?.includes('seller') === true)
    .filter(({ path }) => path.includes(':'))
    .map(({ contract, name }) => `${contract}.${name}`)
  expect([...new Set(ofSellers)].sort()).toEqual([...tried].sort())
})

describe.each(doors.map((door) => [`${door.method} ${door.operation}`, door] as const))(
  '%s',
  (_name, door) => {
    test.each(['another’s', 'the shop’s'])(
      '%s answers as if it had never been, and changes nothing',
      async (whose) => {
        const { account } = people.ana
        const before = await storedState(shop.db, tables)
        const refused = await knock(account, door, whose === 'another’s' ? people.bo.things : shops)
        expect(refused.status).toBe(404)
        expect(plain(refused)).toBe(plain(await knock(account, door, nothing())))
        expect(await storedState(shop.db, tables)).toEqual(before)
      },
    )
  },
)

test('a product in two statuses: drafts of others are not there, by id or by address', async () => {
  const { account } = people.ana
  const hidden = await ask<{ id: string; slug: string }>(people.bo.account, 'POST', '/products', {
    name: 'Draft of bo',
    price: '1.00',
    status: 'draft',
  })
  const random = plain(await shop.send('GET', `/products/${randomUUID()}`, { token: account.token }))
  expect(plain(await shop.send('GET', `/products/${hidden.id}`, { token: account.token }))).toBe(random)
  const bySlug = await shop.send('GET', `/products/by-slug/${hidden.slug}`, { token: account.token })
  expect(bySlug.status).toBe(404)
  expect((await shop.send('GET', `/products/${hidden.id}`, { token: people.bo.account.token })).status).toBe(
    200,
  )
  expect((await shop.send('GET', `/products/${hidden.id}`, { token: manager.token })).status).toBe(200)
})

test('another’s picture is not known, and another’s variant is not one of theirs', async () => {
  const { account, things } = people.ana
  const path = `/products/${things.product_id}`
  const before = await storedState(shop.db, tables)
  const refusalOf = async (body: unknown) =>
    plain(await shop.send('PUT', path, { token: account.token, body }))
  const picture = (id: string) => ({ pictures: [{ id }] })
  const variant = (id: string) => ({ variants: [{ id, sku: 'MINE', price: '1.00' }] })
  for (const { picture_id, variant_id } of [people.bo.things, shops]) {
    expect(await refusalOf(picture(picture_id))).toBe(await refusalOf(picture(randomUUID())))
    expect(await refusalOf(variant(variant_id))).toBe(await refusalOf(variant(randomUUID())))
  }
  expect(await refusalOf(picture(people.bo.things.picture_id))).toContain('CATALOG_PICTURE_UNKNOWN')
  expect(await storedState(shop.db, tables)).toEqual(before)
})

test('whose a product is cannot be said by a seller', async () => {
  const { account, things } = people.ana
  const before = await storedState(shop.db, tables)
  for (const seller_id of [people.bo.account.id, account.id, manager.id, null]) {
    for (const [method, path, body] of [
      ['POST', '/products', { name: 'X', price: '1.00', seller_id }],
      ['PUT', `/products/${things.product_id}`, { seller_id }],
      ['PUT', `/products/${people.bo.things.product_id}`, { seller_id }],
      ['PATCH', `/products/${people.bo.things.product_id}`, { seller_id }],
    ] as const)
      expect((await shop.send(method, path, { token: account.token, body })).status).toBe(400)
  }
  for (const path of [
    `/products/${things.product_id}/update_stock`,
    `/inventory/${things.variant_id}/adjust`,
  ]) {
    const body = { delta: 1, seller_id: account.id }
    expect((await shop.send('POST', path, { token: account.token, body })).status).toBe(400)
  }
  expect(await storedState(shop.db, tables)).toEqual(before)
})

describe('lists', () => {
  const lists = [
    ['/manage/products', 'product_id', 'id'],
    ['/inventory', 'variant_id', 'variant_id'],
    ['/sales', 'order_id', 'id'],
  ] as const

  async function listed(who: Account, path: string, field: string): Promise<string[]> {
    const { items } = await ask<{ items: Record<string, string>[] }>(who, 'GET', path)
    return items.map((item) => item[field] ?? '')
  }

  test.each(lists)('%s holds one’s own alone', async (path, thing, field) => {
    for (const [mine, other] of [['ana', 'bo'] as const, ['bo', 'ana'] as const]) {
      const ids = await listed(people[mine].account, `${path}?page_size=100`, field)
      expect(ids).toContain(people[mine].things[thing])
      expect(ids).not.toContain(people[other].things[thing])
      expect(ids).not.toContain(shops[thing])
    }
  })

  test('no filter widens them', async () => {
    const { account } = people.ana
    const { things, account: bo } = people.bo
    const { number } = await ask<{ number: string }>(manager, 'GET', `/orders/${things.order_id}`)
    for (const [path, field] of [
      ['/manage/products?q=bo', 'id'],
      [`/manage/products?seller_id=${bo.id}`, 'id'],
      [`/manage/products?seller_id=${bo.id}&status=published`, 'id'],
      [`/inventory?variant_id=${things.variant_id}`, 'variant_id'],
      [`/sales?q=${number}`, 'id'],
      ['/sales?q=example.com', 'id'],
    ] as const)
      expect(await listed(account, path, field)).toEqual([])
  })

  test('staff see all of them', async () => {
    const all = [people.ana.things, people.bo.things, shops]
    for (const [path, thing, field] of [...lists.slice(0, 2), ['/orders', 'order_id', 'id'] as const])
      expect(await listed(manager, `${path}?page_size=100`, field)).toEqual(
        expect.arrayContaining(all.map((things) => things[thing])),
      )
    const bos = await listed(manager, `/manage/products?seller_id=${people.bo.account.id}`, 'id')
    expect(bos).toContain(people.bo.things.product_id)
    expect(bos).not.toContain(people.ana.things.product_id)
  })
})

test('an order of several sellers shows each their own lines, and nothing of the buyer but where they go', async () => {
  const { ana, bo } = people
  const order = await buy([ana.things.variant_id, bo.things.variant_id, shops.variant_id])
  const whole = await ask<{ email: string; items: { product_id: string }[]; total: { amount: string } }>(
    manager,
    'GET',
    `/orders/${order}`,
  )
  expect(whole.items).toHaveLength(3)
  for (const { account, things } of [ana, bo]) {
    const sent = await shop.send('GET', `/sales/${order}`, { token: account.token })
    const sale = json<{ items: { product_id: string }[]; total: { amount: string } }>(sent)
    expect(sale.items.map(({ product_id }) => product_id)).toEqual([things.product_id])
    expect(sale.total.amount).toBe('20.00')
    expect(sent.text).not.toContain(whole.email)
    expect(sent.text).not.toContain(whole.total.amount)
    for (const path of [`/orders/${order}`, '/orders', `/orders/${order}/payments`])
      expect((await shop.send('GET', path, { token: account.token })).status).toBe(403)
  }
  expect((await shop.send('GET', `/sales/${order}`, { token: manager.token })).status).toBe(404)
})

test('a product that changes hands changes whose it is at once, for what is written and for what is read', async () => {
  const { ana, bo } = people
  const made = await ask<{ id: string }>(ana.account, 'POST', '/products', {
    name: 'Handed on',
    price: '3.00',
  })
  await ask(manager, 'PUT', `/products/${made.id}`, { seller_id: bo.account.id })
  const change = { method: 'PUT', path: `/products/${made.id}`, body: { summary: 'Mine' } }
  const statusFor = async (who: Account) =>
    (await shop.send(change.method, change.path, { token: who.token, body: change.body })).status
  expect([await statusFor(ana.account), await statusFor(bo.account)]).toEqual([404, 200])
})

// The last, for it changes the scene.
test.each(doors.map((door) => [`${door.method} ${door.operation}`, door] as const))(
  '%s works for what is one’s own',
  async (_name, door) => {
    const { account, things } = people.bo
    expect((await knock(account, door, things)).status).toBe(door.own)
  },
)
