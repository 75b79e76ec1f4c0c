import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { actingStaff } from '../acting-staff.ts'
import { type ApprovalRow, findApproval, type Viewer } from '../store/approvals.ts'
import { approvalView } from './approval-view.ts'
import type { ApprovalsDeps } from './approvals-deps.ts'
import { decidable } from './operation-table.ts'

/** What somebody of the staff may see of proposals. @throws UNAUTHENTICATED */
export function viewerOf(deps: ApprovalsDeps, context: HandlerContext): Viewer {
  const { id, permissions } = actingStaff(context)
  return { id, operations: decidable(deps.operations, permissions) }
}

/** A proposal that the caller may see. @throws NOT_FOUND */
export async function visibleApproval(
  deps: ApprovalsDeps,
  context: HandlerContext,
  id: string,
): Promise<ApprovalRow> {
  const row = await findApproval(deps.db, viewerOf(deps, context), id, context.now())
  if (row === null) throw context.fail('NOT_FOUND')
  return row
}

/** A proposal as it stands, for the caller. @throws NOT_FOUND */
export async function showApproval(deps: ApprovalsDeps, context: HandlerContext, id: string) {
  return approvalView(await visibleApproval(deps, context, id), deps.operations, actingStaff(context))
}
