import { type Caller, callers } from './access-matrix.ts'

const { shoppers, customer, signedIn, catalogue, stockReaders, orderReaders, sales } = callers
const { keyHolders, owners } = callers

/**
 * Everything that has an id, and who can have one of their own; nobody: it is the shop's. What a seller has, the shop has
 * too, by its manager.
 */
export const things = {
  session: signedIn,
  device: signedIn,
  passkey: signedIn,
  'connected sign-in': signedIn,
  'offer of a sign-in': signedIn,
  proposal: ['seller', ...catalogue],
  'API key': keyHolders,
  address: customer,
  wish: customer,
  'link to a wishlist': customer,
  archive: customer,
  'connected app': customer,
  'request for consent': customer,
  'line of a cart': shoppers,
  cart: shoppers,
  order: shoppers,
  payment: shoppers,
  review: customer,
  product: ['seller', 'manager'],
  'address of a product': ['seller', 'manager'],
  variant: ['seller', 'manager'],
  picture: ['seller', 'manager'],
  file: ['customer', 'seller', 'manager'],
  sale: ['seller'],
  account: [],
  'staff account': [],
  'role that was given': [],
  invitation: [],
  'request for a role': [],
  role: [],
  policy: [],
  app: [],
  category: [],
  'shipping method': [],
  synonym: [],
  pin: [],
  'stock location': [],
  'stock take': ['seller', 'manager'],
  'audit entry': [],
} as const satisfies Readonly<Record<string, readonly Caller[]>>

export type Thing = keyof typeof things

/** Whose the thing behind an id is. Where it is not there, or not theirs, callers hear one and the same. */
export type Belonging = {
  readonly thing: Thing
  /** Who reaches everybody's, of those whom the operation lets in. The others reach their own. */
  readonly all: readonly Caller[]
  /** What is answered where it is not there: 404 unless told. */
  readonly missing?: string
  /** What is answered for one's own, and for everybody's, where that is no success. */
  readonly own?: string
  readonly others?: string
}

/** An id behind which is nothing of anybody, and why; or one that is tried elsewhere. */
export type Exempt = {
  readonly exempt: string
  /** `path › name` of a test. */
  readonly tried?: string
}

const own = (thing: Thing, more: Partial<Belonging> = {}): Belonging => ({ thing, all: [], ...more })
const ownOrAll = (thing: Thing, all: readonly Caller[], more: Partial<Belonging> = {}): Belonging => ({
  thing,
  all,
  ...more,
})
/** The shop's, or open to whoever is let in. */
const open = (thing: Thing, more: Partial<Belonging> = {}): Belonging => ({
  thing,
  all: callers.everybody,
  ...more,
})
const word: Exempt = { exempt: 'a word of the address, not the id of a thing' }
const leftOutHere: Exempt = { exempt: 'open to everybody; what is not known of adds nothing' }
const narrows: Exempt = { exempt: 'narrows what is listed anyway' }
const same: Exempt = { exempt: 'the same for everybody who is let in' }
const pinned: Exempt = { exempt: 'anybody reads what is sold, and what is not is shown to nobody' }
const leftOut: Exempt = { exempt: 'open to everybody; what is not sold is left out' }
const signed: Exempt = { exempt: 'worth nothing without the signature of its passkey' }
const tried = (exempt: string, test: string): Exempt => ({ exempt, tried: test })
const place = tried(
  'a place of the shop, the same for everybody; whose the pieces are is asked of their variant',
  'modules/inventory/test/locations.test.ts › one in which something lies stays open, and so does the main one',
)
const variantThere = tried(
  'a variant of theirs',
  'modules/inventory/test/sellers.test.ts › a seller sees low stock, rules and places of their own alone',
)
const variantOfIt = tried(
  'a variant of this very product',
  'tests/security/sellers.test.ts › another’s picture is not known, and another’s variant is not one of theirs',
)
const variantOnSale = tried(
  'a variant of this very product',
  'modules/catalog/test/sales.test.ts › is refused where it is none, or meets another',
)
const anyCategory = tried(
  'any category',
  'modules/catalog/test/bulk-edit.test.ts › wants something to change, and a category that is there',
)
const typeOfTheShop = tried(
  'a product type of the shop',
  'modules/catalog/test/product-types.test.ts › are changed and removed only where they are there',
)
const saleOfIt = tried(
  'a sale of this very product',
  'modules/catalog/test/sales.test.ts › of another seller’s product is not there',
)
const variantOfTheWish = tried(
  'a variant of the product that is wished for',
  'modules/customers/test/wishlist.test.ts › moving to the cart takes it off the list; what the cart refuses stays on it',
)
const seller = tried(
  'somebody to whom staff give it',
  'tests/security/sellers.test.ts › whose a product is cannot be said by a seller',
)

export type OwnershipRow = Readonly<Record<string, Belonging | Exempt>>

/**
 * Whose things operations reach, written by hand: a row for each public operation that takes an id, with every id that
 * its path and its body have, and for each that lists, with `items`. A new one does not pass its test before somebody
 * has thought about its row.
 */
export const ownershipMatrix: Readonly<Record<string, OwnershipRow>> = {
  'identity.listSessions': { items: own('session') },
  'identity.endSession': { session_id: own('session') },
  'identity.listDevices': { items: own('device') },
  'identity.forgetDevice': { device_id: own('device') },
  'identity.listPasskeys': { items: own('passkey') },
  'identity.renamePasskey': { passkey_id: own('passkey') },
  'identity.revokePasskey': { passkey_id: own('passkey') },
  'identity.completePasskeyRegistration': { 'credential.id': signed },
  'identity.completePasskeyAuthentication': { 'credential.id': signed },
  'identity.listSignInProviders': { items: same },
  'identity.startExternalSignIn': { provider: word },
  'identity.completeExternalSignIn': { provider: word },
  'identity.startExternalLink': { provider: word },
  'identity.listExternalIdentities': { items: own('connected sign-in') },
  'identity.acceptExternalOffer': { offer_id: own('offer of a sign-in') },
  'identity.unlinkExternalIdentity': { identity_id: own('connected sign-in') },
  'identity.allowRecovery': { id: open('staff account') },
  'identity.listUsers': { items: same },
  'identity.getUser': { user_id: open('account') },
  'identity.lockUser': { user_id: open('account') },
  'identity.unlockUser': { user_id: open('account') },
  'identity.forcePasswordReset': { user_id: open('account') },
  'identity.endUserSessions': { user_id: open('account') },
  'identity.resendInvitation': { user_id: open('invitation') },
  'identity.assignRole': { user_id: open('account') },
  'identity.listRoleRequests': { items: same },
  'identity.decideRoleRequest': { request_id: open('request for a role') },

  'access.listRoles': { items: same },
  'access.getRole': { role_id: open('role') },
  'access.updateRole': { role_id: open('role') },
  'access.deleteRole': { role_id: open('role') },
  'access.listRoleHolders': { role_id: open('role') },
  'access.addPermissions': { role_id: open('role') },
  'access.removePermission': { role_id: open('role') },
  'access.listPermissions': { items: same },
  'access.listRbacChanges': { items: same },
  'access.getUserRoles': { user_id: open('staff account') },
  'access.grantRole': { user_id: open('staff account') },
  'access.revokeRole': { user_id: open('role that was given') },
  'access.listPolicies': { items: same },
  'access.updatePolicy': { policy_id: open('policy') },
  'access.deletePolicy': { policy_id: open('policy') },
  'access.listPolicyVersions': { policy_id: open('policy') },
  'access.listPolicyTemplates': { items: same },
  'access.simulatePolicies': {
    'policy.policy_id': narrows,
    'request.principal.id': { exempt: 'of somebody imagined' },
  },
  'access.listApprovals': { items: ownOrAll('proposal', catalogue) },
  'access.getApproval': { approval_id: ownOrAll('proposal', catalogue) },
  'access.approveApproval': {
    approval_id: ownOrAll('proposal', catalogue, { own: '403 ACCESS_OWN_PROPOSAL' }),
  },
  'access.declineApproval': { approval_id: ownOrAll('proposal', catalogue, { own: '403 FORBIDDEN' }) },
  'access.withdrawApproval': { approval_id: own('proposal') },
  'access.listApiKeys': { items: own('API key') },
  'access.rotateApiKey': { key_id: own('API key') },
  'access.revokeApiKey': { key_id: ownOrAll('API key', owners) },

  'customers.listAddresses': { items: own('address') },
  'customers.updateAddress': { address_id: own('address') },
  'customers.deleteAddress': { address_id: own('address') },
  'customers.getWishlist': { items: own('wish') },
  'customers.addToWishlist': { product_id: open('product') },
  'customers.mergeWishlist': { 'product_ids[]': leftOut },
  'customers.removeFromWishlist': { product_id: own('wish') },
  'customers.moveWishToCart': {
    product_id: own('wish', { own: '409 CUSTOMERS_OUT_OF_STOCK' }),
    variant_id: variantOfTheWish,
  },
  'customers.wantNotice': {
    product_id: open('product', { others: '409 CUSTOMERS_IN_STOCK' }),
    variant_id: variantOfTheWish,
  },
  'customers.withdrawNotice': { product_id: own('wish') },
  'customers.getSharedWishlist': { token: open('link to a wishlist') },
  'customers.listExports': { items: own('archive') },
  'customers.downloadExport': { export_id: own('archive') },

  'catalog.listProducts': { items: same },
  'catalog.searchProducts': { items: same },
  'catalog.getCards': { product_ids: leftOut, 'product_ids[]': leftOut, items: same },
  'catalog.getProduct': { product_id: open('product') },
  'catalog.getProductBySlug': { slug: open('address of a product') },
  'catalog.listManagedProducts': { seller_id: narrows, items: ownOrAll('product', catalogue) },
  'catalog.createProduct': {
    category_id: open('category', { missing: '400 CATALOG_CATEGORY_UNKNOWN' }),
    'variants[].id': variantOfIt,
    'pictures[].id': ownOrAll('picture', catalogue, { missing: '400 CATALOG_PICTURE_UNKNOWN' }),
    type_id: typeOfTheShop,
    seller_id: seller,
  },
  'catalog.updateProduct': {
    product_id: ownOrAll('product', catalogue),
    category_id: open('category', { missing: '400 CATALOG_CATEGORY_UNKNOWN' }),
    'variants[].id': variantOfIt,
    'pictures[].id': ownOrAll('picture', catalogue, { missing: '400 CATALOG_PICTURE_UNKNOWN' }),
    type_id: typeOfTheShop,
    seller_id: seller,
  },
  'catalog.archiveProduct': { product_id: ownOrAll('product', catalogue) },
  'catalog.duplicateProduct': { product_id: ownOrAll('product', catalogue) },
  'catalog.bulkEditProducts': {
    'product_ids[]': ownOrAll('product', catalogue),
    category_id: anyCategory,
  },
  'catalog.listProductSales': { product_id: ownOrAll('product', catalogue) },
  'catalog.scheduleSale': {
    product_id: ownOrAll('product', catalogue),
    'prices[].variant_id': variantOnSale,
  },
  'catalog.cancelSale': { product_id: saleOfIt, sale_id: saleOfIt },
  'catalog.getPriceHistory': { product_id: ownOrAll('product', catalogue) },
  'catalog.listProductTypes': { items: same },
  'catalog.updateProductType': { type_id: typeOfTheShop },
  'catalog.deleteProductType': { type_id: typeOfTheShop },
  'catalog.listSellers': { items: same },
  'catalog.updateStock': {
    product_id: ownOrAll('product', catalogue),
    variant_id: ownOrAll('variant', catalogue),
  },
  'recommendations.getProductRecommendations': { product_id: open('product') },
  'recommendations.getRecommendations': { product_id: leftOutHere, 'product_id[]': leftOutHere },
  'catalog.listCategories': { items: same },
  'catalog.getCategory': { category: open('category') },
  'catalog.createCategory': {
    parent_id: open('category', { missing: '400 CATALOG_CATEGORY_UNKNOWN' }),
    picture_id: open('picture', { missing: '400 CATALOG_PICTURE_UNKNOWN' }),
  },
  'catalog.updateCategory': {
    category_id: open('category'),
    parent_id: open('category', { missing: '400 CATALOG_CATEGORY_UNKNOWN' }),
    picture_id: open('picture', { missing: '400 CATALOG_PICTURE_UNKNOWN' }),
  },
  'catalog.deleteCategory': { category_id: open('category') },

  'media.listFiles': { items: ownOrAll('file', catalogue) },
  'media.listMyFiles': { items: own('file') },
  'media.getFile': { file_id: ownOrAll('file', catalogue) },
  'media.updateFile': { file_id: ownOrAll('file', catalogue) },
  'media.deleteFile': { file_id: ownOrAll('file', catalogue) },
  'media.verifyFile': { file_id: open('file') },
  'media.downloadFile': { file_id: ownOrAll('file', catalogue) },
  'media.getRendition': { picture_id: open('picture'), width: word },

  'inventory.listStock': {
    variant_id: narrows,
    location_id: narrows,
    items: ownOrAll('variant', stockReaders),
  },
  'inventory.listLowStock': {
    items: tried(
      'lists what is low of what `listStock` lists',
      'modules/inventory/test/sellers.test.ts › a seller sees low stock, rules and places of their own alone',
    ),
  },
  'inventory.listMovements': { variant_id: ownOrAll('variant', stockReaders), location_id: narrows },
  'inventory.adjustStock': { variant_id: ownOrAll('variant', catalogue), location_id: place },
  'inventory.adjustMany': {
    'changes[].variant_id': ownOrAll('variant', catalogue),
    'changes[].location_id': place,
  },
  'inventory.getStock': { variant_id: ownOrAll('variant', stockReaders) },
  'inventory.setStockRules': { variant_id: ownOrAll('variant', catalogue) },
  'inventory.listLocations': { items: same },
  'inventory.renameLocation': { location_id: open('stock location') },
  'inventory.closeLocation': { location_id: open('stock location') },
  'inventory.transferStock': {
    variant_id: variantThere,
    from_location_id: place,
    to_location_id: open('stock location', { missing: '400 INVENTORY_LOCATION_UNKNOWN' }),
  },
  'inventory.listStockTakes': { items: ownOrAll('stock take', stockReaders) },
  'inventory.createStockTake': {
    location_id: open('stock location', { missing: '400 INVENTORY_LOCATION_UNKNOWN' }),
  },
  'inventory.getStockTake': { stock_take_id: ownOrAll('stock take', stockReaders) },
  'inventory.listStockTakeLines': { stock_take_id: ownOrAll('stock take', stockReaders) },
  'inventory.applyStockTake': { stock_take_id: ownOrAll('stock take', catalogue) },
  'inventory.discardStockTake': { stock_take_id: ownOrAll('stock take', catalogue) },

  'cart.getCart': { items: own('line of a cart') },
  'cart.addItem': { variant_id: open('variant'), product_id: open('product') },
  'cart.updateItem': { item_id: own('line of a cart') },
  'cart.removeItem': { item_id: own('line of a cart') },

  'checkout.quoteCheckout': {
    'items[].variant_id': open('variant', { missing: '409 CHECKOUT_ARTICLE_UNKNOWN' }),
    'items[].product_id': open('product', { missing: '400 CHECKOUT_VARIANT_NEEDED' }),
    cart_id: own('cart'),
  },
  'checkout.placeOrder': {
    'items[].variant_id': open('variant', { missing: '409 CHECKOUT_ARTICLE_UNKNOWN' }),
    'items[].product_id': open('product', { missing: '400 CHECKOUT_VARIANT_NEEDED' }),
    cart_id: own('cart'),
  },
  'checkout.completeCheckout': { order_id: own('order') },

  'orders.listOrders': { items: ownOrAll('order', orderReaders) },
  'orders.getOrder': { order_id: ownOrAll('order', orderReaders) },
  'orders.updateOrder': { order_id: ownOrAll('order', sales) },
  'orders.cancelOrder': { order_id: ownOrAll('order', sales) },
  'orders.updateStatus': { order_id: ownOrAll('order', sales, { others: '409 ORDERS_STEP_NOT_ALLOWED' }) },
  'orders.listSales': { items: own('sale') },
  'orders.getSale': { order_id: own('sale') },

  'payments.refundOrder': {
    order_id: ownOrAll('order', sales, { others: '409 PAYMENTS_NOTHING_TO_REFUND' }),
  },
  'payments.listPayments': { order_id: ownOrAll('order', sales, { missing: 'done' }) },
  'payments.receiveWebhook': { provider: word },
  // Whoever knows the random id may pay: it stands for the page of a bank.
  'payments.getSandboxPayment': { payment_id: open('payment') },
  'payments.approveSandboxPayment': { payment_id: open('payment') },
  'payments.declineSandboxPayment': { payment_id: open('payment') },

  'search.searchProducts': { items: same },
  'search.explainSearch': { items: same },
  'search.listSynonyms': { items: same },
  'search.updateSynonym': { synonym_id: open('synonym') },
  'search.deleteSynonym': { synonym_id: open('synonym') },
  'search.listPins': { items: same },
  'search.createPin': { 'product_ids[]': pinned },
  'search.updatePin': { pin_id: open('pin'), 'product_ids[]': pinned },
  'search.deletePin': { pin_id: open('pin') },
  'shipping.listMethods': { items: same },
  'shipping.updateMethod': { method_id: open('shipping method') },
  'shipping.deleteMethod': { method_id: open('shipping method') },

  // The reviews of the scene wait for a moderator: published ones are everybody's to read.
  'reviews.listReviews': { product_id: narrows, items: same },
  'reviews.getRating': { product_id: open('product', { missing: 'done' }) },
  'reviews.listOwnReviews': { product_id: narrows, items: own('review') },
  'reviews.getReview': { review_id: ownOrAll('review', stockReaders) },
  'reviews.createReview': { product_id: open('product') },
  'reviews.updateReview': { review_id: own('review') },
  'reviews.deleteReview': { review_id: ownOrAll('review', sales) },
  'reviews.approveReview': { review_id: ownOrAll('review', sales) },
  'reviews.rejectReview': { review_id: ownOrAll('review', sales) },
  'reviews.markHelpful': { review_id: own('review', { own: '409 REVIEWS_OWN' }) },
  'reviews.reportReview': { review_id: own('review', { own: '409 REVIEWS_OWN' }) },
  'reviews.listManagedReviews': { product_id: narrows, items: ownOrAll('review', stockReaders) },
  'reviews.replyToReview': { review_id: ownOrAll('review', sales) },

  'oauth.listClients': { items: same },
  'oauth.updateClient': { client_id: open('app') },
  'oauth.rotateClientSecret': { client_id: open('app') },
  'oauth.deleteClient': { client_id: open('app') },
  'oauth.listConnectedApps': { items: own('connected app') },
  'oauth.disconnectApp': { app_id: own('connected app') },
  'oauth.getConsent': { request_id: own('request for consent') },
  'oauth.decideConsent': { request_id: own('request for consent') },
  'oauth.readSignOut': {
    ticket: tried(
      'what an app knows of whoever signs out',
      'tests/security/oauth.test.ts › signing out for an app asks on a page of the shop, and leads back',
    ),
  },

  'notifications.listMessages': { order_id: narrows, items: same },
  'audit.listEntries': { subject_id: narrows, actor_id: narrows, request_id: narrows, items: same },
  'audit.getEntry': { entry_id: open('audit entry') },
  'audit.listActivity': { account_id: narrows },
  'audit.exportEntries': { subject_id: narrows, actor_id: narrows, request_id: narrows },
  'audit.listInsights': { items: same },
}
