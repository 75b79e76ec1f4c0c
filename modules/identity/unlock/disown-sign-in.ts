import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { audienceOf } from '../domain/roles.ts'
import { endEverySession } from '../sessions/end-every-session.ts'
import { findAccount } from '../store/accounts.ts'
import { deleteDevices } from '../store/devices.ts'
import { deleteFactorsSince } from '../store/factors.ts'
import { useToken, voidAllTokens } from '../store/one-time-tokens.ts'
import { disablePassword } from '../store/passwords.ts'
import { voidPendingSignIns } from '../store/pending-sign-ins.ts'
import { findSessionStart } from '../store/sessions.ts'

/**
 * "This wasn't me": throws everybody out and lets nobody in by the password that somebody else knows, until its owner
 * has set a new one by mail. Second factors set up since the sign-in that is disowned go too.
 */
export const disownSignIn =
  (deps: IdentityDeps): Handler<Identity, 'disownSignIn'> =>
  async (input, context) => {
    const now = context.now()
    const secured = await deps.db.tx(async (tx) => {
      const used = await useToken(tx, hashToken(input.token), 'not_me', now)
      const account = used?.account_id == null ? null : await findAccount(tx, used.account_id)
      if (used === null || account === null) return false
      const sessions = await throwOut(deps, tx, account.id, used.reference, now)
      const payload = { account_id: account.id, audience: audienceOf(account.role) }
      await deps.outbox.add(tx, 'identity.password-reset-requested.v1', payload, { key: account.id })
      await deps.audit.record(tx, context, {
        action: 'authn_login_lock',
        subject_type: 'account',
        subject_id: account.id,
        after: { reason: 'not_me', session_id: used.reference, sessions_ended: sessions },
      })
      return true
    })
    if (!secured) throw context.fail('IDENTITY_TOKEN_INVALID')
    return { status: 'secured' }
  }

async function throwOut(
  deps: IdentityDeps,
  tx: Tx,
  accountId: string,
  sessionId: string | null,
  now: Date,
): Promise<number> {
  // The password first: a sign-in under way waits here, and finds it disabled or its session ended.
  await disablePassword(tx, accountId, now)
  const start = sessionId === null ? null : await findSessionStart(tx, accountId, sessionId)
  if (start !== null) await deleteFactorsSince(tx, accountId, start)
  await deleteDevices(tx, accountId)
  await voidPendingSignIns(tx, accountId)
  await voidAllTokens(tx, accountId)
  return endEverySession(deps, tx, accountId, 'not_me', now)
}
