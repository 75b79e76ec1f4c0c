import type { Shipping } from '@rampart/contracts/shipping.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

export type ShippingDeps = Deps<Shipping>
