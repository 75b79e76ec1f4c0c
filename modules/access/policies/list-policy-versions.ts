import type { Access } from '@rampart/contracts/access.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { findVersions } from '../store/policies.ts'
import type { PoliciesDeps } from './policies-deps.ts'

/** How a policy was worded, also one that is not there any more. */
export const listPolicyVersions =
  (deps: PoliciesDeps): Handler<Access, 'listPolicyVersions'> =>
  async ({ policy_id }, context) => {
    const items = await findVersions(deps.db, policy_id)
    if (items.length === 0) throw context.fail('NOT_FOUND')
    return { items }
  }
