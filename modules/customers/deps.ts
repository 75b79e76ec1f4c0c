import type { Audit } from '@rampart/contracts/audit.ts'
import type { Cart } from '@rampart/contracts/cart.ts'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Customers } from '@rampart/contracts/customers.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { Media } from '@rampart/contracts/media.ts'
import type { Notifications } from '@rampart/contracts/notifications.ts'
import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Orders } from '@rampart/contracts/orders.ts'
import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

/** What the use cases of this module are handed. */
export type CustomersDeps = Deps<
  Customers,
  {
    audit: Audit
    cart: Cart
    catalog: Catalog
    identity: Identity
    media: Media
    notifications: Notifications
    oauth: Oauth
    orders: Orders
    pricing: Pricing
    recommendations: Recommendations
    reviews: Reviews
  }
>
