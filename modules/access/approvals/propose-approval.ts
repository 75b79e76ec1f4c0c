import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { holdsPermission, type StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { validationFailure } from '@rampart/platform/errors/parse-failure.ts'
import { redactText } from '@rampart/platform/log/redact-text.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { actingStaff } from '../acting-staff.ts'
import { MOST_ASKED, MOST_WAITING, PROPOSAL_MS } from '../domain/approval-terms.ts'
import { countWaiting, insertApproval } from '../store/approvals.ts'
import type { ApprovalsDeps } from './approvals-deps.ts'
import { holdersOf } from './approvers.ts'
import { callDigest } from './call-digest.ts'
import type { Approvable } from './operation-table.ts'
import { readableInput, showsAll } from './readable-input.ts'
import { showApproval } from './show-approval.ts'

/** Asks somebody else to agree to one exact call. Whoever may agree is told by mail. */
export const proposeApproval =
  (deps: ApprovalsDeps): Handler<Access, 'proposeApproval'> =>
  async ({ operation: name, input: raw, reason }, context) => {
    const proposer = actingStaff(context)
    const known = deps.operations.get(name)
    if (known === undefined) throw context.fail('ACCESS_NOT_TO_APPROVE')
    if (!mayPropose(proposer, known)) throw context.fail('FORBIDDEN')
    const parsed = known.operation.input.safeParse(raw)
    if (!parsed.success) throw validationFailure(parsed.error)
    const asked = await othersWhoMayAgree(deps, context, known, proposer)
    const input = readableInput(parsed.data)
    const now = context.now()
    const approval_id = newId(now.getTime())
    await deps.db.tx(async (tx) => {
      if ((await countWaiting(tx, proposer.id, now)) >= MOST_WAITING)
        throw context.fail('ACCESS_TOO_MANY_PROPOSALS')
      const proposal = {
        id: approval_id,
        operation: name,
        digest: callDigest(deps.keys, name, parsed.data),
        input,
        whole: showsAll(input, parsed.data),
        reason: redactText(reason),
        proposed_by: proposer.id,
        expires_at: new Date(now.getTime() + PROPOSAL_MS),
      }
      await insertApproval(tx, proposal, now)
      const facts = { approval_id, operation: name }
      await deps.outbox.add(tx, 'access.approval-proposed.v1', { ...facts, proposed_by: proposer.id })
      for (const account_id of asked) {
        await deps.outbox.add(tx, 'access.approval-asked.v1', { ...facts, account_id })
      }
      await deps.audit.record(tx, context, {
        action: 'authz_approval_proposed',
        subject_type: 'approval',
        subject_id: approval_id,
        after: { operation: name, input, reason: proposal.reason, asked: asked.length },
      })
    })
    return showApproval(deps, context, approval_id)
  }

function mayPropose({ permissions }: StaffPrincipal, { permission, operation }: Approvable): boolean {
  const { own } = operation.access
  return holdsPermission(permissions, permission) || (own !== undefined && holdsPermission(permissions, own))
}

async function othersWhoMayAgree(
  deps: ApprovalsDeps,
  context: HandlerContext,
  { permission }: Approvable,
  proposer: StaffPrincipal,
): Promise<string[]> {
  const holders = await holdersOf(deps, context, permission)
  return holders.filter((id) => id !== proposer.id).slice(0, MOST_ASKED)
}
