import { randomUUID } from 'node:crypto'
import { someAddress } from './api.ts'
import { connectApp } from './connected-app.ts'
import { somePicture } from './errands.ts'
import { promotionFields } from './errands-of-pricing.ts'
import type { Account, InProcessShop } from './in-process-shop.ts'
import { CALLBACK, registerApp } from './oauth-browser.ts'
import type { Thing } from './ownership/things.ts'
import { ask, headersOf, type Person } from './people.ts'
import { multipartBody } from './requests.ts'
import { type Article, orderOf } from './scenery.ts'
import * as signIn from './sign-in-things.ts'
import { type Stall, upload } from './stalls.ts'

export type Scene = {
  readonly shop: InProcessShop
  readonly article: Article
  /** Makes what is the shop's. */
  readonly owner: Person
  readonly stalls: Map<Person, Stall>
}

type WithId = { readonly id: string }
type Make = (scene: Scene, who: Person) => Promise<string>

/** By a call of whoever is to have it; the id stands in its answer. */
const called =
  (path: string, body: (scene: Scene) => object, field = 'id'): Make =>
  async (scene, who) =>
    (await ask<Record<string, string>>(scene.shop, who, 'POST', path, body(scene)))[field] ?? ''

const added =
  (add: (shop: InProcessShop, account: Account) => Promise<string>): Make =>
  ({ shop }, who) =>
    add(shop, accountOf(who))

const ofStall =
  (field: keyof Stall): Make =>
  ({ stalls }, who) =>
    Promise.resolve(stalls.get(who)?.[field] ?? '')

const wordOf = (): string => `m${randomUUID().replaceAll('-', '').slice(0, 12)}`

function accountOf({ account, caller }: Person): Account {
  if (account === undefined) throw new Error(`A ${caller} has no account.`)
  return account
}

async function putIntoCart(scene: Scene, who: Person): Promise<{ id: string; items: WithId[] }> {
  const body = { variant_id: scene.article.variant_id, quantity: 1 }
  return ask(scene.shop, who, 'POST', '/cart/items', body)
}

/** What roles of the scene are like. */
export const roleFields = { title: 'Helper', priority: 5, permissions: ['orders:read'] }

/** A role that is there to be given and taken; `setMatrixScene` makes it. */
export const GIVEN_ROLE = 'given_helper'

/** How to come by each thing; its owner is whoever stands behind. */
export const make: Readonly<Record<Thing, Make>> = {
  session: added(signIn.addSession),
  device: added(signIn.addDevice),
  passkey: added(signIn.addPasskey),
  'connected sign-in': added(signIn.addIdentity),
  'offer of a sign-in': added(signIn.addOffer),
  proposal: called('/approvals', () => ({
    operation: 'catalog.updateProduct',
    input: { product_id: randomUUID(), summary: 'Other words' },
    reason: 'It reads better.',
  })),
  'API key': called('/api-keys', () => ({ name: 'Till', permissions: ['orders:read'] })),
  address: called('/addresses', () => someAddress),
  wish: async (scene, who) => {
    const body = { name: `Thing ${wordOf()}`, price: '5.00', initial_quantity: 0 }
    const { id } = await ask<WithId>(scene.shop, scene.owner, 'POST', '/products', body)
    await ask(scene.shop, who, 'PUT', `/wishlist/${id}/notice`, {})
    return id
  },
  'link to a wishlist': called('/wishlist/share', () => ({}), 'token'),
  archive: called('/auth/me/export', () => ({})),
  'connected app': async ({ shop }, who) => (await connectApp(shop, accountOf(who))).app_id,
  'request for consent': async ({ shop }, who) => (await connectApp(shop, accountOf(who))).request_id,
  'line of a cart': async (scene, who) => (await putIntoCart(scene, who)).items[0]?.id ?? '',
  'coupon in a cart': async (scene, who) => {
    const path = `/promotions/${await make.promotion(scene, scene.owner)}/coupons`
    await ask(scene.shop, scene.owner, 'POST', path, { code: wordOf() })
    const { items } = await ask<{ items: { code: string }[] }>(scene.shop, scene.owner, 'GET', path)
    const code = items[0]?.code ?? ''
    await ask(scene.shop, who, 'POST', '/cart/coupon', { code })
    return code
  },
  cart: async (scene, who) => (await putIntoCart(scene, who)).id,
  order: called('/orders', ({ article }) => orderOf(article.variant_id)),
  payment: async (scene, who) => {
    const body = orderOf(scene.article.variant_id)
    return (await ask<{ payment: WithId }>(scene.shop, who, 'POST', '/orders', body)).payment.id
  },
  return: async (scene, who) => {
    const body = orderOf(scene.article.variant_id)
    type Placed = { id: string; payment: WithId; items: WithId[] }
    const order = await ask<Placed>(scene.shop, who, 'POST', '/orders', body)
    await ask(scene.shop, who, 'POST', `/payments/sandbox/${order.payment.id}/approve`, {})
    await ask(scene.shop, who, 'POST', `/checkout/${order.id}/complete`, {})
    for (const status of ['shipped', 'delivered'])
      await ask(scene.shop, scene.owner, 'POST', `/orders/${order.id}/update_status`, { status })
    const lines = [{ line_id: order.items[0]?.id, quantity: 1, reason: 'other' }]
    return (await ask<WithId>(scene.shop, who, 'POST', `/orders/${order.id}/returns`, { lines })).id
  },
  review: async (scene, who) => {
    const product_id = await make.product(scene, scene.owner)
    return (await ask<WithId>(scene.shop, who, 'POST', '/reviews', { product_id, ...reviewFields })).id
  },
  'photo of a review': async (scene, who) => {
    const review_id = await make.review(scene, who)
    const photo = { ...headersOf(who), ...multipartBody(await somePicture()) }
    const { body } = await scene.shop.send('POST', `/reviews/${review_id}/photos`, photo)
    return String(body['id'])
  },
  product: called('/products', () => ({ name: `Thing ${wordOf()}`, price: '5.00', initial_quantity: 9 })),
  'link to a preview': async (scene, who) => {
    const id = await make.product(scene, who)
    return (await ask<{ token: string }>(scene.shop, who, 'POST', `/products/${id}/preview-links`, {})).token
  },
  transfer: called('/manage/transfers/imports', () => ({ file_name: 'things.csv', size: 1_000_000 })),
  'address of a product': ofStall('slug'),
  variant: ofStall('variant_id'),
  picture: ofStall('picture_id'),
  file: ({ shop }, who) => upload(shop, who, { visibility: 'private' }),
  sale: ofStall('order_id'),
  account: async ({ shop }) => (await shop.newcomer('staff')).id,
  'staff account': async ({ shop }) => (await shop.newcomer('staff')).id,
  'role that was given': async (scene, owner) => {
    const { id } = await scene.shop.newcomer('staff')
    await ask(scene.shop, owner, 'POST', `/rbac/users/${id}/roles`, { role: GIVEN_ROLE })
    return id
  },
  invitation: called('/auth/users', () => ({
    email: `${wordOf()}@example.com`,
    full_name: 'Ada Marlow',
    role: 'staff',
  })),
  'request for a role': async ({ shop }) => signIn.addRoleRequest(shop, await shop.newcomer('customer')),
  role: called('/rbac/roles', () => ({ name: wordOf(), ...roleFields })),
  policy: called('/rbac/policies', () => ({
    name: `Nothing ${wordOf()}`,
    text: HARMLESS,
    enabled: false,
  })),
  app: async ({ shop }) => (await registerApp(shop, { redirect_uris: [CALLBACK] })).client_id,
  category: called('/categories', () => ({ name: `Shelf ${wordOf()}` })),
  'stock location': called('/inventory/locations', () => ({ name: `Place ${wordOf()}` })),
  'stock take': called('/inventory/stock-takes', () => ({
    name: 'Spring',
    csv: 'sku,counted\nNO-SUCH,1\n',
  })),
  synonym: called('/search/synonyms', () => ({ word: wordOf(), meanings: ['lamp'] })),
  pin: called('/search/pins', () => ({ question: wordOf(), product_ids: [randomUUID()] })),
  promotion: called('/promotions', () => promotionFields),
  coupon: async (scene, owner) => {
    const path = `/promotions/${await make.promotion(scene, owner)}/coupons`
    await ask(scene.shop, owner, 'POST', path, { code: wordOf() })
    const { items } = await ask<{ items: WithId[] }>(scene.shop, owner, 'GET', path)
    return items[0]?.id ?? ''
  },
  'gift card': called('/gift-cards', () => ({ amount: '50.00' })),
  'shipping method': called('/shipping/methods', () => ({ code: wordOf(), ...shippingFields })),
  'audit entry': async (scene, owner) => {
    const { items } = await ask<{ items: WithId[] }>(scene.shop, owner, 'GET', '/audit?limit=1')
    return items[0]?.id ?? ''
  },
}

/** A policy that is about nothing that happens. */
export const HARMLESS =
  'forbid (principal is Staff, action, resource) when { context has amount && context.amount > 99999999 };'

/** What somebody thinks of a product. */
export const reviewFields = { rating: 4, text: 'Holds tea.' } as const

/** A way of delivery, without its code. */
export const shippingFields = {
  name: 'By boat',
  description: '',
  price: '4.00',
  free_over: null,
  countries: [],
  min_days: 1,
  max_days: 9,
  active: false,
  position: 9,
} as const
