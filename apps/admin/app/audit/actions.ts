/** What the log can tell, by the part of the shop it belongs to. A test holds it against what the modules record. */
export const actionAreas = [
  {
    area: 'orders',
    actions: [
      'orders.placed',
      'orders.paid',
      'orders.processing',
      'orders.shipped',
      'orders.delivered',
      'orders.cancelled',
      'orders.abandoned',
      'orders.corrected',
    ],
  },
  {
    area: 'payments',
    actions: [
      'payments.captured',
      'payments.failed',
      'payments.cancelled',
      'payments.mismatch-refused',
      'payments.refund-requested',
      'payments.refund-refused',
    ],
  },
  {
    area: 'catalog',
    actions: [
      'catalog.product-created',
      'catalog.product-updated',
      'catalog.product-archived',
      'catalog.products-imported',
      'catalog.category-created',
      'catalog.category-updated',
      'catalog.category-deleted',
      'media.picture-stored',
    ],
  },
  { area: 'stock', actions: ['inventory.adjusted', 'inventory.imported'] },
  {
    area: 'shipping',
    actions: ['shipping.method-created', 'shipping.method-updated', 'shipping.method-deleted'],
  },
  {
    area: 'access',
    actions: [
      'authn_login_success',
      'authn_login_fail',
      'authn_login_fail_max',
      'authn_login_lock',
      'authn_login_unlock',
      'authn_impossible_travel',
      'authn_second_factor_requested',
      'authn_token_created',
      'authn_token_reuse',
      'identity.keys-rotated',
      'identity.keys-withdrawn',
      'authn_token_revoked',
      'session_renewed',
      'session_expired',
      'user_created',
      'user_updated',
      'user_registration_repeated',
      'user_verification_requested',
    ],
  },
  {
    area: 'apps',
    actions: [
      'oauth.client-created',
      'oauth.client-updated',
      'oauth.client-secret-replaced',
      'oauth.client-deleted',
      'oauth.consent-given',
      'oauth.consent-refused',
      'oauth.app-disconnected',
    ],
  },
  {
    area: 'customers',
    actions: [
      'customers.address_created',
      'customers.address_updated',
      'customers.address_deleted',
      'cart.item-added',
      'cart.item-changed',
      'cart.item-removed',
      'cart.merged',
    ],
  },
] as const

/** What an entry can be about. */
export const subjectTypes = [
  'order',
  'payment',
  'product',
  'category',
  'catalog',
  'picture',
  'variant',
  'stock',
  'shipping_method',
  'account',
  'app',
  'address',
  'cart',
  'shop',
  'signing_key',
] as const

type Action = (typeof actionAreas)[number]['actions'][number]

export const actions: readonly Action[] = actionAreas.flatMap((area): readonly Action[] => area.actions)
