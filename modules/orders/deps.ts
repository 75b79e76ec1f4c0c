import type { Orders } from '@rampart/contracts/orders.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

export type OrdersDeps = Deps<Orders>
