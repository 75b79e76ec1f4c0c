import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingStaff } from '../acting-staff.ts'
import { listApprovals as listRows } from '../store/approvals.ts'
import { approvalView } from './approval-view.ts'
import type { ApprovalsDeps } from './approvals-deps.ts'
import { viewerOf } from './show-approval.ts'

/** What the caller proposed or may decide on, newest first. */
export const listApprovals =
  (deps: ApprovalsDeps): Handler<Access, 'listApprovals'> =>
  async ({ status, waiting, page, page_size }, context) => {
    const wanted = { status, waiting, limit: page_size, offset: (page - 1) * page_size }
    const { rows, total } = await listRows(deps.db, viewerOf(deps, context), wanted, context.now())
    const viewer = actingStaff(context)
    return { items: rows.map((row) => approvalView(row, deps.operations, viewer)), page, page_size, total }
  }
