import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { findApprover, spendApproval } from '../store/approvals.ts'
import type { ApprovalsDeps } from './approvals-deps.ts'
import { holdersOf } from './approvers.ts'
import { callDigest } from './call-digest.ts'

const REFUSED = { accepted: false, use_id: null } as const

/**
 * Spends an approval on the call it was given for: this operation, this input, by whoever proposed it, and only while
 * whoever agreed can still act and holds the permission. Of any number of parallel tries one is accepted.
 */
export const useApproval =
  (deps: ApprovalsDeps): Handler<Access, 'useApproval'> =>
  async ({ approval_id, operation, input, principal_id }, context) => {
    const known = deps.operations.get(operation)
    if (known === undefined) return REFUSED
    const now = context.now()
    const digest = callDigest(deps.keys, operation, input)
    const spending = { id: approval_id, operation, digest, proposer: principal_id }
    const approver = await findApprover(deps.db, spending, now)
    if (approver === null) return REFUSED
    const holders = await holdersOf(deps, context, known.permission, [approver])
    if (!holders.includes(approver)) return REFUSED
    const use_id = newId(now.getTime())
    return deps.db.tx(async (tx) => {
      if (!(await spendApproval(tx, spending, approver, use_id, now))) return REFUSED
      await deps.audit.record(tx, context, {
        action: 'authz_approval_used',
        subject_type: 'approval',
        subject_id: approval_id,
        before: { status: 'approved' },
        after: { status: 'used', operation, approved_by: approver },
      })
      return { accepted: true, use_id }
    })
  }
