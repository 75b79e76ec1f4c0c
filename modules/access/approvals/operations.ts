import type { AccessDeps } from '../deps.ts'
import { approveApproval } from './approve-approval.ts'
import { canAnotherApprove } from './can-another-approve.ts'
import { declineApproval } from './decline-approval.ts'
import { getApproval } from './get-approval.ts'
import { listApprovals } from './list-approvals.ts'
import { approvableOperations } from './operation-table.ts'
import { proposeApproval } from './propose-approval.ts'
import { returnApproval } from './return-approval.ts'
import { useApproval } from './use-approval.ts'
import { withdrawApproval } from './withdraw-approval.ts'

/** What two people have to agree on. */
export const approvalHandlers = (given: AccessDeps) => {
  const deps = { ...given, operations: approvableOperations(given.contracts) }
  return {
    proposeApproval: proposeApproval(deps),
    listApprovals: listApprovals(deps),
    getApproval: getApproval(deps),
    approveApproval: approveApproval(deps),
    declineApproval: declineApproval(deps),
    withdrawApproval: withdrawApproval(deps),
    useApproval: useApproval(deps),
    returnApproval: returnApproval(deps),
    canAnotherApprove: canAnotherApprove(deps),
  }
}
