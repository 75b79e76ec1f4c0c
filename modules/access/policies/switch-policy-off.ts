import type { Access } from '@rampart/contracts/access.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { changePolicy, findPolicies, holdPolicy, takeRevision } from '../store/policies.ts'
import { notePolicyChange } from './note-change.ts'
import type { PoliciesDeps } from './policies-deps.ts'

/**
 * Switches a policy off without asking what it says: it may be one that cannot be read any more, or that keeps out all
 * who could change it. One that is off stays as it is.
 */
export const switchPolicyOff =
  (deps: PoliciesDeps): Handler<Access, 'switchPolicyOff'> =>
  async ({ policy }, context) =>
    deps.db.tx(async (tx) => {
      await takeRevision(tx)
      const named = (await findPolicies(tx)).find(({ id, name }) => id === policy || name === policy)
      const before = named === undefined ? null : await holdPolicy(tx, named.id)
      if (before === null)
        throw context.fail('NOT_FOUND', { message: 'There is no policy of this name or id.' })
      const { id, name, enabled } = before
      if (!enabled) return { id, name, was_enabled: false }
      const change = { by: null, at: context.now() }
      const row = await changePolicy(tx, id, { ...before, enabled: false }, change)
      await notePolicyChange(deps, tx, context, { action: 'authz_policy_changed', before, after: row })
      return { id, name, was_enabled: true }
    })
