import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingStaff } from '../acting-staff.ts'
import type { ApprovalsDeps } from './approvals-deps.ts'
import { decide } from './decide.ts'
import { visibleApproval } from './show-approval.ts'

/** Agrees to what somebody else proposed. What one may not do oneself is not there. */
export const approveApproval =
  (deps: ApprovalsDeps): Handler<Access, 'approveApproval'> =>
  async ({ approval_id, note }, context) => {
    const row = await visibleApproval(deps, context, approval_id)
    if (row.proposed_by === actingStaff(context).id) throw context.fail('ACCESS_OWN_PROPOSAL')
    return decide(deps, context, row, { status: 'approved', note })
  }
