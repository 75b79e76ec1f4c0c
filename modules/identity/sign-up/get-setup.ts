import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { hasOwner } from '../store/shop-owner.ts'

/** Whether the shop still waits for its owner. */
export const getSetup =
  (deps: IdentityDeps): Handler<Identity, 'getSetup'> =>
  async () => ({ needed: !(await hasOwner(deps.db)) })
