import type { Access } from '@rampart/contracts/access.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { holdPolicy, removePolicy, takeRevision } from '../store/policies.ts'
import { notePolicyChange } from './note-change.ts'
import type { PoliciesDeps } from './policies-deps.ts'

/** Removes a policy. Its versions stay to be read. */
export const deletePolicy =
  (deps: PoliciesDeps): Handler<Access, 'deletePolicy'> =>
  async ({ policy_id }, context) => {
    await deps.db.tx(async (tx) => {
      await takeRevision(tx)
      const before = await holdPolicy(tx, policy_id)
      if (before === null) throw context.fail('NOT_FOUND')
      await removePolicy(tx, policy_id)
      await notePolicyChange(deps, tx, context, { action: 'authz_policy_deleted', before, after: null })
    })
    return null
  }
