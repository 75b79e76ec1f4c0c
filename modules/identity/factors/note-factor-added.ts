import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { hasSecondFactor } from '../domain/second-factor.ts'
import { announceSessionsChanged } from '../sessions/announce.ts'
import type { SignedIn } from '../signed-in.ts'
import { forgetDevices } from '../store/devices.ts'
import type { Factors } from '../store/factors.ts'
import { voidPendingSignIns } from '../store/pending-sign-ins.ts'
import { forgetOtherProofs, renewSessionProof } from '../store/sessions.ts'

/**
 * All that follows when an account got a factor, in the transaction that wrote it. `before` are the factors it had. The
 * session that set up the first one is lifted by it; what other sessions proved by password alone counts no more.
 */
export async function noteFactorAdded(
  deps: IdentityDeps,
  tx: Tx,
  session: SignedIn,
  added: { readonly factor: 'totp' | 'passkey'; readonly before: Factors },
  context: CallContext,
  now: Date,
): Promise<void> {
  const { id, session_id } = session
  const { factor } = added
  const first = !hasSecondFactor(added.before)
  await renewSessionProof(tx, id, session_id, { second: true, factor }, now)
  if (first) await forgetOtherProofs(tx, id, session_id)
  await announceSessionsChanged(deps, tx)
  await forgetDevices(tx, id, now)
  await voidPendingSignIns(tx, id)
  const payload = { account_id: id, factor, change: 'added' as const }
  await deps.outbox.add(tx, 'identity.factor-changed.v1', payload, { key: id })
  await deps.audit.record(tx, context, {
    action: 'authn_factor_added',
    subject_type: 'account',
    subject_id: id,
    after: { factor, session_id, first },
  })
}
