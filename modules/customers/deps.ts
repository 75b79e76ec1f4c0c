import type { Customers } from '@rampart/contracts/customers.ts'
import type { Deps } from '@rampart/platform/module/define-module.ts'

/** What the use cases of this module are handed. */
export type CustomersDeps = Deps<Customers>
