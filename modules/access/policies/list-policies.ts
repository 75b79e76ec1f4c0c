import type { Access } from '@rampart/contracts/access.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { findPolicies } from '../store/policies.ts'
import type { PoliciesDeps } from './policies-deps.ts'

/** Every policy, by name. */
export const listPolicies =
  (deps: PoliciesDeps): Handler<Access, 'listPolicies'> =>
  async () => ({ items: await findPolicies(deps.db) })
