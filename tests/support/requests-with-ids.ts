import { randomUUID } from 'node:crypto'
import type { Route } from '@rampart/platform/http/route-table.ts'
import { someAddress } from './api.ts'
import { GIVEN_ROLE, HARMLESS, reviewFields, roleFields, shippingFields } from './belongings.ts'
import { somePicture } from './errands.ts'
import { promotionFields } from './errands-of-pricing.ts'
import type { SendOptions, Sent } from './in-process-shop.ts'
import { LIST, nameOf } from './matrix.ts'
import type { MatrixScene } from './matrix-scene.ts'
import type { Thing } from './ownership/things.ts'
import { headersOf, type Person } from './people.ts'
import { multipartBody, pathWith } from './requests.ts'
import { orderOf } from './scenery.ts'
import { OFFERED_TO } from './sign-in-things.ts'

type Asked = { readonly id: string; readonly scene: MatrixScene; readonly who: Person }

/** A request that is right in all but, perhaps, whose thing it names. */
type Request = {
  /** Parameters of the path beside the id in question. */
  readonly path?: (asked: Asked) => Record<string, string> | Promise<Record<string, string>>
  readonly query?: string
  /** Nothing but an empty object unless told. */
  readonly body?: (asked: Asked) => object | Promise<object>
  readonly headers?: Readonly<Record<string, string>>
  /** Things that are no more, or no more the same, once it has succeeded. */
  readonly usesUp?: readonly Thing[]
}

const MAIN_LOCATION = '00000000-0000-7000-8000-000000000001'
const wordFrom = (id: string) => `w${id.replaceAll('-', '').slice(-12)}`
const somebody = (id: string) => ({ user_id: id })
const orderBody = (more: object) => () => ({ ...orderOf(''), items: undefined, ...more })
const orderItems = (field: string) => ({
  body: ({ id }: Asked) => ({ ...orderOf(''), items: [{ [field]: id, quantity: 1 }] }),
})
const quoteItems = (field: string) => ({
  body: ({ id }: Asked) => ({ items: [{ [field]: id, quantity: 1 }] }),
})
const product = (more: object) => ({ name: `Thing ${randomUUID()}`, price: '1.00', ...more })

const returnOf = (line_id: string) => ({ lines: [{ line_id, quantity: 1, reason: 'other' }] })

/** A product that the caller may change. */
const theirProduct = async ({ scene, who }: Asked) => ({
  product_id: await scene.idOf('product', who.caller === 'seller' ? 'own' : 'manager', who.caller),
})

/** By operation, and by operation and id where that is not the one of the path. What is not here needs no body. */
const requests: Readonly<Record<string, Request>> = {
  'identity.endSession': { usesUp: ['session'] },
  'identity.forgetDevice': { usesUp: ['device'] },
  'identity.renamePasskey': { body: () => ({ name: 'Mine' }) },
  'identity.revokePasskey': { body: ({ id }) => ({ passkey_id: id }), usesUp: ['passkey'] },
  'identity.acceptExternalOffer': {
    body: ({ id }) => ({ offer_id: id }),
    headers: { 'x-device-token': OFFERED_TO },
    usesUp: ['offer of a sign-in', 'connected sign-in'],
  },
  'identity.unlinkExternalIdentity': { usesUp: ['connected sign-in'] },
  'identity.allowRecovery': { usesUp: ['staff account'] },
  'identity.lockUser': { body: () => ({ reason: 'Gone' }), usesUp: ['account'] },
  'identity.forcePasswordReset': { usesUp: ['account'] },
  'identity.assignRole': { body: ({ id }) => ({ ...somebody(id), role: 'customer' }), usesUp: ['account'] },
  'identity.resendInvitation': { usesUp: ['invitation'] },
  'identity.decideRoleRequest': { body: () => ({ approved: false }), usesUp: ['request for a role'] },

  'access.updateRole': { body: () => ({ ...roleFields, version: 1 }), usesUp: ['role'] },
  'access.deleteRole': { usesUp: ['role'] },
  'access.addPermissions': { body: () => ({ permissions: ['orders:write'] }), usesUp: ['role'] },
  'access.removePermission': { query: '?permission=orders:read', usesUp: ['role'] },
  'access.grantRole': { body: () => ({ role: GIVEN_ROLE }), usesUp: ['staff account'] },
  'access.revokeRole': { query: `?role=${GIVEN_ROLE}`, usesUp: ['role that was given'] },
  'access.updatePolicy': {
    body: () => ({
      name: `Other ${randomUUID().slice(0, 8)}`,
      text: HARMLESS,
      enabled: false,
      version: 1,
    }),
    usesUp: ['policy'],
  },
  'access.deletePolicy': { usesUp: ['policy'] },
  'access.approveApproval': { usesUp: ['proposal'] },
  'access.declineApproval': { usesUp: ['proposal'] },
  'access.withdrawApproval': { usesUp: ['proposal'] },
  'access.rotateApiKey': { usesUp: ['API key'] },
  'access.revokeApiKey': { usesUp: ['API key'] },

  'customers.updateAddress': { body: () => someAddress },
  'customers.deleteAddress': { usesUp: ['address'] },

  'customers.addToWishlist': { body: ({ id }) => ({ product_id: id }) },
  'customers.removeFromWishlist': { usesUp: ['wish'] },
  'customers.withdrawNotice': { usesUp: ['wish'] },

  'catalog.listManagedProducts': { query: '?page_size=100' },
  'catalog.createProduct category_id': {
    body: ({ id }) => product({ category_id: id }),
    usesUp: ['category'],
  },
  'catalog.createProduct pictures[].id': { body: ({ id }) => product({ pictures: [{ id }] }) },
  'catalog.updateProduct product_id': { body: () => ({ summary: 'Changed' }) },
  'catalog.updateProduct category_id': {
    path: theirProduct,
    body: ({ id }) => ({ category_id: id }),
    usesUp: ['category'],
  },
  'catalog.updateProduct pictures[].id': { path: theirProduct, body: ({ id }) => ({ pictures: [{ id }] }) },
  'catalog.bulkEditProducts product_ids[]': { body: ({ id }) => ({ product_ids: [id], add_tags: ['seen'] }) },
  'catalog.scheduleSale product_id': {
    body: () => ({ ends_at: '2099-01-01T00:00:00.000Z', percent: 10 }),
    usesUp: ['product'],
  },
  'catalog.archiveProduct': { usesUp: ['product'] },
  'catalog.addImportPart': {
    body: () => multipartBody('name,', { from: '0' }).body,
    headers: multipartBody('').headers,
  },
  'catalog.deleteTransfer': { usesUp: ['transfer'] },
  'catalog.updateStock product_id': { body: () => ({ delta: 1 }) },
  'catalog.updateStock variant_id': {
    path: ({ id, scene }) => {
      const stalls = [...scene.stalls.values()]
      return { product_id: (stalls.find(({ variant_id }) => variant_id === id) ?? stalls[0]!).product_id }
    },
    body: ({ id }) => ({ variant_id: id, delta: 1 }),
  },
  'catalog.createCategory parent_id': {
    body: ({ id }) => ({ name: randomUUID(), parent_id: id }),
    usesUp: ['category'],
  },
  'catalog.createCategory picture_id': { body: ({ id }) => ({ name: randomUUID(), picture_id: id }) },
  'catalog.updateCategory category_id': { body: () => ({ description: 'Other words' }) },
  'catalog.updateCategory parent_id': {
    path: ({ scene }) => ({ category_id: scene.shelf }),
    body: ({ id }) => ({ parent_id: id }),
    usesUp: ['category'],
  },
  'catalog.updateCategory picture_id': {
    path: ({ scene }) => ({ category_id: scene.shelf }),
    body: ({ id }) => ({ picture_id: id }),
  },
  'catalog.deleteCategory': { usesUp: ['category'] },
  'catalog.moveCategory category_id': { body: () => ({ parent_id: null }) },
  'catalog.moveCategory parent_id': {
    path: ({ scene }) => ({ category_id: scene.shelf }),
    body: ({ id }) => ({ parent_id: id }),
    usesUp: ['category'],
  },
  'catalog.moveCategory before_id': {
    path: ({ scene }) => ({ category_id: scene.shelf }),
    body: ({ id }) => ({ parent_id: null, before_id: id }),
  },

  'media.updateFile': { body: () => ({ alt: 'Another' }) },
  'media.deleteFile': { usesUp: ['file'] },
  'media.getRendition': { path: () => ({ width: '8' }) },
  'inventory.listStock': { query: '?page_size=100' },
  'inventory.adjustStock': { body: () => ({ delta: 1 }) },
  'inventory.adjustMany changes[].variant_id': {
    body: ({ id }) => ({ changes: [{ variant_id: id, delta: 1 }] }),
  },
  'inventory.setStockRules': { body: () => ({ low_stock_threshold: 2 }) },
  'inventory.renameLocation': { body: () => ({ name: randomUUID() }) },
  'inventory.closeLocation': { usesUp: ['stock location'] },
  'inventory.transferStock to_location_id': {
    path: async ({ scene, who }) => ({
      variant_id: await scene.idOf('variant', who.caller === 'seller' ? 'own' : 'manager', who.caller),
    }),
    body: ({ id }) => ({ from_location_id: MAIN_LOCATION, to_location_id: id, quantity: 1 }),
  },
  'inventory.createStockTake': {
    body: ({ id }) => ({ name: 'Spring', csv: 'sku,counted\nNO-SUCH,1\n', location_id: id }),
  },
  'inventory.listStockTakes': { query: '?page_size=100' },
  'inventory.applyStockTake': { usesUp: ['stock take'] },
  'inventory.discardStockTake': { usesUp: ['stock take'] },

  'cart.addItem variant_id': { body: ({ id }) => ({ variant_id: id, quantity: 1 }) },
  'cart.addItem product_id': { body: ({ id }) => ({ product_id: id, quantity: 1 }) },
  'cart.updateItem': { body: () => ({ quantity: 2 }) },
  'cart.removeCode': { usesUp: ['coupon in a cart'] },
  'cart.removeItem': { usesUp: ['line of a cart', 'cart'] },

  'checkout.quoteCheckout items[].variant_id': quoteItems('variant_id'),
  'checkout.quoteCheckout items[].product_id': quoteItems('product_id'),
  'checkout.quoteCheckout cart_id': { body: ({ id }) => ({ cart_id: id }) },
  'checkout.placeOrder items[].variant_id': orderItems('variant_id'),
  'checkout.placeOrder items[].product_id': orderItems('product_id'),
  'checkout.placeOrder cart_id': {
    body: (asked) => orderBody({ cart_id: asked.id })(),
    usesUp: ['cart', 'line of a cart'],
  },

  'orders.listOrders': { query: '?page_size=100' },
  'orders.listSales': { query: '?page_size=100' },
  'orders.updateOrder': { body: () => ({ note: 'Ring twice' }) },
  'orders.cancelOrder': { body: () => ({ reason: 'Too late' }), usesUp: ['order'] },
  'orders.createShipment order_id': {
    // Refused for whoever reaches the order, so that nothing is used up.
    body: ({ id }) => ({ lines: [1, 1].map((quantity) => ({ item_id: id, quantity })) }),
  },
  'orders.updateStatus': { body: () => ({ status: 'delivered' }) },
  'orders.requestReturn': { body: () => returnOf(randomUUID()) },
  'orders.listReturns': { query: '?page_size=100' },
  'orders.cancelReturn': { usesUp: ['return'] },
  'orders.rejectReturn': { body: () => ({ note: 'Worn' }), usesUp: ['return'] },
  'orders.inspectReturn': {
    body: () => ({
      lines: [{ line_id: randomUUID(), as_new: 1, damaged: 0, missing: 0, restock: false }],
    }),
  },
  'orders.closeReturn': { body: () => ({ note: 'Nothing came' }) },
  'orders.addNote': { body: () => ({ body: 'Rang' }) },
  'payments.refundOrder': { body: () => ({ amount: '1.00', reason: 'Scratched' }) },
  'payments.approveSandboxPayment': { usesUp: ['payment'] },
  'payments.declineSandboxPayment': { usesUp: ['payment'] },

  'search.updateSynonym': { body: ({ id }) => ({ word: wordFrom(id), meanings: ['lamp'] }) },
  'search.deleteSynonym': { usesUp: ['synonym'] },
  'search.updatePin': { body: ({ id }) => ({ question: wordFrom(id), product_ids: [id] }) },
  'search.deletePin': { usesUp: ['pin'] },
  'pricing.updatePromotion': { body: () => promotionFields },
  'pricing.switchPromotion': { body: () => ({ active: true }) },
  'pricing.orderPromotions': { body: ({ id }) => ({ promotion_ids: [id] }) },
  'pricing.previewPrices': { body: ({ id }) => ({ items: [{ variant_id: id, quantity: 1 }] }) },
  'pricing.createCoupons': { body: () => ({ count: 1 }) },
  'pricing.updateCoupon': { body: () => ({ active: true, max_uses: null, max_uses_per_person: null }) },
  'pricing.correctGiftCard': {
    body: () => ({ direction: 'add', amount: '1.00', reason: 'Found' }),
    headers: { 'idempotency-key': randomUUID() },
  },
  'pricing.switchGiftCard': { body: () => ({ active: true, reason: 'Found' }) },
  'shipping.updateMethod': { body: () => shippingFields },
  'shipping.deleteMethod': { usesUp: ['shipping method'] },

  'reviews.createReview': { body: ({ id }) => ({ product_id: id, ...reviewFields }), usesUp: ['product'] },
  'reviews.updateReview': { body: () => reviewFields },
  'reviews.deleteReview': { usesUp: ['review'] },
  'reviews.addReviewPhoto': {
    body: async () => multipartBody(await somePicture()).body,
    headers: multipartBody('').headers,
  },
  'reviews.removeReviewPhoto': { usesUp: ['photo of a review'] },
  'reviews.approveReview': { usesUp: ['review'] },
  'reviews.rejectReview': { usesUp: ['review'] },
  'reviews.reportReview': { body: () => ({ reason: 'spam' }) },
  'reviews.listOwnReviews': { query: '?page_size=100' },
  'reviews.listManagedReviews': { query: '?page_size=100' },
  'reviews.replyToReview': { body: () => ({ text: 'Thank you.' }) },

  'oauth.updateClient': {
    body: () => ({
      name: 'Bulk Buyer',
      redirect_uris: ['https://app.example/callback'],
      post_logout_redirect_uris: [],
      scopes: ['openid'],
    }),
  },
  'oauth.deleteClient': { usesUp: ['app'] },
  'oauth.disconnectApp': { usesUp: ['connected app'] },
  'oauth.decideConsent': { body: () => ({ decision: 'allow' }), usesUp: ['request for consent'] },
}

const requestOf = (route: Route, id: string): Request =>
  requests[`${nameOf(route)} ${id}`] ?? requests[nameOf(route)] ?? {}

/** What is used up where an operation has done its work. */
export const usedUpBy = (route: Route, id: string): readonly Thing[] => requestOf(route, id).usesUp ?? []

/** Sends the operation for one id; `field` says which of those it takes, the others are right. */
export async function askFor(
  scene: MatrixScene,
  who: Person,
  route: Route,
  field: string,
  id: string,
): Promise<Sent> {
  const asked = { id, scene, who }
  const request = requestOf(route, field)
  const others = await request.path?.(asked)
  const path =
    field === LIST
      ? route.path
      : pathWith(route.path, (name) => (name === field ? id : (others?.[name] ?? id)))
  const hasBody = route.method !== 'GET' && route.method !== 'DELETE'
  const options: SendOptions = hasBody ? { body: (await request.body?.(asked)) ?? {} } : {}
  return scene.shop.send(route.method, `${path}${request.query ?? ''}`, {
    ...headersOf(who),
    ...options,
    headers: { ...request.headers },
  })
}
