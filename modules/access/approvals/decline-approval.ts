import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingStaff } from '../acting-staff.ts'
import type { ApprovalsDeps } from './approvals-deps.ts'
import { decide } from './decide.ts'
import { visibleApproval } from './show-approval.ts'

/** Refuses what somebody else proposed; one's own is withdrawn. What one may not do oneself is not there. */
export const declineApproval =
  (deps: ApprovalsDeps): Handler<Access, 'declineApproval'> =>
  async ({ approval_id, note }, context) => {
    const row = await visibleApproval(deps, context, approval_id)
    if (row.proposed_by === actingStaff(context).id) throw context.fail('FORBIDDEN')
    return decide(deps, context, row, { status: 'declined', note })
  }
