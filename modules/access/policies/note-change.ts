import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { PolicyRow } from '../store/policies.ts'
import { announcePoliciesChanged } from './announce.ts'
import { auditedPolicy } from './audited-policy.ts'
import type { PoliciesDeps } from './policies-deps.ts'

type PolicyChange = {
  readonly action: 'authz_policy_created' | 'authz_policy_changed' | 'authz_policy_deleted'
  /** null: there was none. */
  readonly before: PolicyRow | null
  /** null: there is none any more. */
  readonly after: PolicyRow | null
}

/** What goes with every change of a policy, in its transaction: the entry in the audit log, and every process hears of it. */
export async function notePolicyChange(
  deps: PoliciesDeps,
  tx: Tx,
  context: CallContext,
  { action, before, after }: PolicyChange,
): Promise<void> {
  const id = after?.id ?? before?.id
  if (id === undefined) throw new Error('A change of no policy was to be noted.')
  await deps.audit.record(tx, context, {
    action,
    subject_type: 'policy',
    subject_id: id,
    ...(before === null ? {} : { before: auditedPolicy(before) }),
    ...(after === null ? {} : { after: auditedPolicy(after) }),
  })
  await announcePoliciesChanged(tx)
}
