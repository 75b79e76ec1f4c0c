import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import type { PasskeyProof, PasskeyRefusal } from './check-passkey.ts'

/** Leaves the trace of a passkey that was not accepted. */
export async function recordRefusal(
  deps: IdentityDeps,
  tx: Tx,
  { refused, account_id, purpose }: PasskeyRefusal,
  context: CallContext,
): Promise<void> {
  await deps.audit.record(tx, context, {
    action: purpose === 'step_up' ? 'authn_step_up_fail' : 'authn_login_fail',
    subject_type: 'account',
    subject_id: account_id ?? 'unknown',
    after: { by: 'passkey', purpose, refused },
  })
}

/** A right signature with a counter that did not go on: somebody may hold a copy of the key. Tells the owner. */
export async function reportClone(
  deps: IdentityDeps,
  tx: Tx,
  { passkey, use, counter }: PasskeyProof,
  context: CallContext,
): Promise<void> {
  const { account_id } = passkey
  const payload = { account_id, factor: 'passkey' as const, change: 'locked' as const }
  await deps.outbox.add(tx, 'identity.factor-changed.v1', payload, { key: account_id })
  await deps.audit.record(tx, context, {
    action: 'authn_passkey_cloned',
    subject_type: 'account',
    subject_id: account_id,
    after: { passkey_id: passkey.id, purpose: use.purpose, counter },
  })
}
