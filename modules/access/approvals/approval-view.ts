import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { ApprovalRow } from '../store/approvals.ts'
import type { OperationTable } from './operation-table.ts'

/** A proposal as one of the staff sees it. */
export function approvalView(
  row: ApprovalRow,
  table: OperationTable,
  viewer: StaffPrincipal,
): OutputOf<Access, 'getApproval'> {
  const known = table.get(row.operation)
  const holds = known !== undefined && holdsPermission(viewer.permissions, known.permission)
  return {
    ...row,
    summary: known?.operation.summary ?? '',
    may_decide: holds && row.status === 'pending' && row.proposed_by !== viewer.id,
  }
}
