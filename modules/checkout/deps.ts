import type { Cart } from '@rampart/contracts/cart.ts'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Checkout } from '@rampart/contracts/checkout.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Orders } from '@rampart/contracts/orders.ts'
import type { Payments } from '@rampart/contracts/payments.ts'
import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Shipping } from '@rampart/contracts/shipping.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

export type CheckoutDeps = Deps<
  Checkout,
  {
    cart: Cart
    catalog: Catalog
    identity: Identity
    inventory: Inventory
    orders: Orders
    payments: Payments
    pricing: Pricing
    shipping: Shipping
  }
>
