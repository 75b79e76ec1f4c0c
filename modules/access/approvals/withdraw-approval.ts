import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingStaff } from '../acting-staff.ts'
import { withdrawApproval as withdrawRow } from '../store/approvals.ts'
import type { ApprovalsDeps } from './approvals-deps.ts'
import { showApproval, visibleApproval } from './show-approval.ts'

/** Takes back one's own proposal, also after it was agreed to. Somebody else's is not there to be taken back. */
export const withdrawApproval =
  (deps: ApprovalsDeps): Handler<Access, 'withdrawApproval'> =>
  async ({ approval_id }, context) => {
    const { id } = actingStaff(context)
    const row = await visibleApproval(deps, context, approval_id)
    if (row.proposed_by !== id) throw context.fail('NOT_FOUND')
    await deps.db.tx(async (tx) => {
      if (!(await withdrawRow(tx, approval_id, id, context.now())))
        throw context.fail('ACCESS_APPROVAL_SETTLED')
      await deps.audit.record(tx, context, {
        action: 'authz_approval_withdrawn',
        subject_type: 'approval',
        subject_id: approval_id,
        before: { status: row.status },
        after: { status: 'withdrawn', operation: row.operation },
      })
    })
    return showApproval(deps, context, approval_id)
  }
