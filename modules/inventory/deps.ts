import type { Access } from '@rampart/contracts/access.ts'
import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

export type InventoryDeps = Deps<Inventory, { access: Access }>
