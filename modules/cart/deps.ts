import type { Cart } from '@rampart/contracts/cart.ts'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

export type CartDeps = Deps<Cart, { catalog: Catalog; inventory: Inventory; pricing: Pricing }>
