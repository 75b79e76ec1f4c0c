import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { ApprovalsDeps } from './approvals-deps.ts'
import { showApproval } from './show-approval.ts'

/** One proposal, of the caller or of an operation that they may decide on; any other is not there. */
export const getApproval =
  (deps: ApprovalsDeps): Handler<Access, 'getApproval'> =>
  async ({ approval_id }, context) =>
    showApproval(deps, context, approval_id)
