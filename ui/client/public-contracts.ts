import { access } from '@rampart/contracts/access.ts'
import { audit } from '@rampart/contracts/audit.ts'
import { cart } from '@rampart/contracts/cart.ts'
import { catalog } from '@rampart/contracts/catalog.ts'
import { checkout } from '@rampart/contracts/checkout.ts'
import { customers } from '@rampart/contracts/customers.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { inventory } from '@rampart/contracts/inventory.ts'
import { media } from '@rampart/contracts/media.ts'
import { monitoring } from '@rampart/contracts/monitoring.ts'
import { notifications } from '@rampart/contracts/notifications.ts'
import { oauth } from '@rampart/contracts/oauth.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { payments } from '@rampart/contracts/payments.ts'
import { pricing } from '@rampart/contracts/pricing.ts'
import { recommendations } from '@rampart/contracts/recommendations.ts'
import { reviews } from '@rampart/contracts/reviews.ts'
import { search } from '@rampart/contracts/search.ts'
import { shipping } from '@rampart/contracts/shipping.ts'

/** Every contract with operations that answer over HTTP. */
export const publicContracts = {
  access,
  audit,
  cart,
  catalog,
  checkout,
  customers,
  identity,
  inventory,
  media,
  monitoring,
  notifications,
  oauth,
  orders,
  payments,
  pricing,
  recommendations,
  reviews,
  search,
  shipping,
} as const
