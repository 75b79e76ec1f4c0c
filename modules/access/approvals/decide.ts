import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { redactText } from '@rampart/platform/log/redact-text.ts'
import { actingStaff } from '../acting-staff.ts'
import { APPROVAL_MS } from '../domain/approval-terms.ts'
import { type ApprovalRow, decideApproval } from '../store/approvals.ts'
import type { ApprovalsDeps } from './approvals-deps.ts'
import { showApproval } from './show-approval.ts'

type Verdict = { readonly status: 'approved' | 'declined'; readonly note: string | undefined }

/**
 * Decides on somebody else's proposal that the caller may see and so decide on, tells whoever proposed it, and answers it
 * as it stands then. @throws ACCESS_APPROVAL_SETTLED
 */
export async function decide(
  deps: ApprovalsDeps,
  context: HandlerContext<'ACCESS_APPROVAL_SETTLED'>,
  { id, operation, proposed_by }: ApprovalRow,
  { status, note }: Verdict,
) {
  const now = context.now()
  const decision = {
    status,
    by: actingStaff(context).id,
    note: note === undefined ? null : redactText(note),
    expires_at: status === 'approved' ? new Date(now.getTime() + APPROVAL_MS) : null,
  }
  await deps.db.tx(async (tx) => {
    if (!(await decideApproval(tx, id, decision, now))) throw context.fail('ACCESS_APPROVAL_SETTLED')
    const facts = { approval_id: id, account_id: proposed_by, operation, approved: status === 'approved' }
    await deps.outbox.add(tx, 'access.approval-decided.v1', facts)
    await deps.audit.record(tx, context, {
      action: status === 'approved' ? 'authz_approval_given' : 'authz_approval_declined',
      subject_type: 'approval',
      subject_id: id,
      before: { status: 'pending' },
      after: { status, operation, proposed_by, note: decision.note },
    })
  })
  return showApproval(deps, context, id)
}
