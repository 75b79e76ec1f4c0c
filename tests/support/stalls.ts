import { sql } from '@rampart/platform/db/sql.ts'
import sharp from 'sharp'
import type { InProcessShop } from './in-process-shop.ts'
import { ask, headersOf, type Person } from './people.ts'
import { multipartBody } from './requests.ts'
import { orderOf } from './scenery.ts'

/** What somebody offers for sale. */
export type Stall = {
  readonly product_id: string
  readonly slug: string
  readonly variant_id: string
  readonly picture_id: string
  /** Of one piece of it, paid. */
  readonly order_id: string
}

/** A small picture of theirs. */
export async function upload(
  shop: InProcessShop,
  who: Person,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const file = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#a04030' } })
    .png()
    .toBuffer()
  const sent = await shop.send('POST', '/files', { ...headersOf(who), ...multipartBody(file, fields) })
  return (sent.body as unknown as { id: string }).id
}

/** A product with a picture, stock and an order that was paid. */
export async function openStall(shop: InProcessShop, who: Person, name: string): Promise<Stall> {
  const picture_id = await upload(shop, who)
  type Product = { id: string; slug: string; variants: { id: string }[] }
  const product = await ask<Product>(shop, who, 'POST', '/products', {
    name,
    price: '20.00',
    initial_quantity: 500,
    pictures: [{ id: picture_id }],
  })
  const variant_id = product.variants[0]!.id
  const order_id = await buy(shop, [variant_id])
  return { product_id: product.id, slug: product.slug, variant_id, picture_id, order_id }
}

/** An order of one piece of each, approved at the sandbox bank. */
export async function buy(shop: InProcessShop, variants: readonly string[]): Promise<string> {
  const body = { ...orderOf(''), items: variants.map((variant_id) => ({ variant_id, quantity: 1 })) }
  const placed = await shop.send('POST', '/orders', { body })
  if (placed.status !== 201) throw new Error(placed.text)
  const order = placed.body as unknown as { id: string; payment: { id: string }; tracking_token: string }
  const cartToken = String(placed.headers['x-cart-token'])
  const guest: Person = { caller: 'guest', account: undefined, cartToken }
  await ask(shop, guest, 'POST', `/payments/sandbox/${order.payment.id}/approve`, {})
  await ask(shop, guest, 'POST', `/checkout/${order.id}/complete`, { token: order.tracking_token })
  return order.id
}

/** Waits until stock knows whose each of the products is, archives are made and nothing is on its way any more. */
export async function comeToRest({ db }: InProcessShop, stalls: number): Promise<void> {
  const labels = sql`SELECT count(*) AS n FROM inventory.labels`
  const waitingFor = sql`
    SELECT (SELECT count(*) FROM platform_events.deliveries)
      + (SELECT count(*) FROM customers.exports WHERE status = 'queued') AS n`
  const end = Date.now() + 30_000
  for (;;) {
    const { n: labelled } = await db.one<{ n: number }>(labels)
    const { n: waiting } = await db.one<{ n: number }>(waitingFor)
    if (labelled >= stalls && waiting === 0) return
    if (Date.now() > end) throw new Error('The scene does not come to rest.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
