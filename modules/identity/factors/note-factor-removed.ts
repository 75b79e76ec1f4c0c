import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { hasSecondFactor } from '../domain/second-factor.ts'
import type { SignedIn } from '../signed-in.ts'
import { forgetDevices } from '../store/devices.ts'
import { findFactors } from '../store/factors.ts'
import { findPassword } from '../store/passwords.ts'
import { voidPendingSignIns } from '../store/pending-sign-ins.ts'

type RemovalContext = HandlerContext<'IDENTITY_FACTOR_REQUIRED' | 'IDENTITY_PASSWORD_TOO_SHORT_ALONE'>

/**
 * All that follows when a factor was taken from an account, in the transaction that took it: it stays when it was the
 * last one of an account that cannot be without.
 * @throws IDENTITY_FACTOR_REQUIRED, IDENTITY_PASSWORD_TOO_SHORT_ALONE
 */
export async function noteFactorRemoved(
  deps: IdentityDeps,
  tx: Tx,
  { id, session_id, kind }: SignedIn,
  factor: 'totp' | 'passkey',
  context: RemovalContext,
): Promise<void> {
  const last = !hasSecondFactor(await findFactors(tx, id))
  if (last && kind === 'staff') throw context.fail('IDENTITY_FACTOR_REQUIRED')
  if (last && (await findPassword(tx, id))?.short === true) {
    throw context.fail('IDENTITY_PASSWORD_TOO_SHORT_ALONE')
  }
  await forgetDevices(tx, id, context.now())
  await voidPendingSignIns(tx, id)
  const payload = { account_id: id, factor, change: 'removed' as const }
  await deps.outbox.add(tx, 'identity.factor-changed.v1', payload, { key: id })
  await deps.audit.record(tx, context, {
    action: 'authn_factor_removed',
    subject_type: 'account',
    subject_id: id,
    after: { factor, session_id, last },
  })
}
