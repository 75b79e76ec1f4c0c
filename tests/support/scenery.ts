import { someAddress } from './api.ts'
import { connectApp } from './connected-app.ts'
import type { Account, InProcessShop } from './in-process-shop.ts'
import { stockShelf } from './shelf.ts'
import { equip, noSignInThings, type SignInThings } from './sign-in-things.ts'

/** A buyer's things: ids that only they may use. */
export type Belongings = SignInThings & {
  readonly item_id: string
  readonly cart_id: string
  readonly order_id: string
  readonly payment_id: string
  readonly address_id: string | null
  readonly export_id: string | null
  readonly app_id: string | null
  readonly request_id: string | null
  readonly cartToken: string | undefined
  readonly trackingToken: string | null
}

export type Article = { readonly variant_id: string; readonly product_id: string }

/** One article on sale. */
export async function putOnSale(shop: InProcessShop, quantity = 10_000): Promise<Article> {
  const [variant_id = ''] = await stockShelf(shop.runtime, [{ quantity }])
  const { body } = await shop.send('GET', '/products?page_size=1&sort=newest')
  const [newest] = body['items'] as unknown as { id: string }[]
  return { variant_id, product_id: newest?.id ?? '' }
}

/** A body for `POST /orders`. */
export function orderOf(variant_id: string): Record<string, unknown> {
  return {
    email: 'ada@example.com',
    items: [{ variant_id, quantity: 1 }],
    shipping_address: someAddress,
    payment_method: 'sandbox',
  }
}

/**
 * Puts something into a cart and orders something; with an account, also saves an address, asks for an archive, connects
 * an app and adds ways to sign in.
 */
export async function moveIn(shop: InProcessShop, article: Article, account?: Account): Promise<Belongings> {
  const added = await shop.send('POST', '/cart/items', {
    token: account?.token,
    body: { variant_id: article.variant_id, quantity: 2 },
  })
  const cart = added.body as unknown as { id: string; items: { id: string }[] }
  const cartToken = account === undefined ? String(added.headers['x-cart-token']) : undefined
  const who = { token: account?.token, cartToken }
  const placed = await shop.send('POST', '/orders', { ...who, body: orderOf(article.variant_id) })
  if (placed.status !== 201) throw new Error(`The scene could not be set: ${placed.text}`)
  const order = placed.body as unknown as {
    id: string
    payment: { id: string }
    tracking_token: string | null
  }
  const address =
    account === undefined
      ? null
      : (await shop.send('POST', '/addresses', { ...who, body: someAddress })).body['id']
  const archive =
    account === undefined
      ? null
      : (await shop.send('POST', '/auth/me/export', { ...who, body: {} })).body['id']
  const connected = account === undefined ? null : await connectApp(shop, account)
  return {
    item_id: cart.items[0]?.id ?? '',
    cart_id: cart.id,
    order_id: order.id,
    payment_id: order.payment.id,
    address_id: address ?? null,
    export_id: archive ?? null,
    app_id: connected?.app_id ?? null,
    request_id: connected?.request_id ?? null,
    ...(account === undefined ? noSignInThings : await equip(shop, account)),
    cartToken,
    trackingToken: order.tracking_token,
  }
}
