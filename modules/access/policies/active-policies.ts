import type { Access } from '@rampart/contracts/access.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { findPolicies, findRevision } from '../store/policies.ts'
import type { PoliciesDeps } from './policies-deps.ts'

/** The policies in force, for those who decide by them. */
export const activePolicies =
  (deps: PoliciesDeps): Handler<Access, 'activePolicies'> =>
  async ({ known }) => {
    // Read before the policies: whatever changes in between is read again by the next revision.
    const revision = await findRevision(deps.db)
    if (revision === known) return { revision, items: null }
    const rows = await findPolicies(deps.db)
    const items = rows.filter(({ enabled }) => enabled).map(({ id, name, text }) => ({ id, name, text }))
    return { revision, items }
  }
