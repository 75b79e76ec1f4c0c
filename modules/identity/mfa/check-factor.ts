import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { IdentityDeps } from '../deps.ts'
import { FACTOR_LOCK_MS, FACTOR_TRIES } from '../domain/factor-lock.ts'
import { after } from '../domain/lifetimes.ts'
import { findTotp, forgetFactorTries, lockedUntil, spendStep, takeFactorTry } from '../store/totp.ts'
import { stepOfCode, unsealSecret } from '../totp/authenticator.ts'
import { spendBackupCode } from '../totp/backup-codes.ts'

/** A code that was typed in, of an authenticator app or a backup code. */
export type TypedCode = { readonly method: 'totp' | 'backup_code'; readonly code: string }

type CodeContext = HandlerContext<'IDENTITY_FACTOR_LOCKED'>

/**
 * Counts a try at an account's codes, before it is judged and outside any transaction. Answers how many wrong ones came
 * in a row, this one included; 0 when the account has no codes. @throws IDENTITY_FACTOR_LOCKED
 */
export async function countFactorTry(
  deps: IdentityDeps,
  accountId: string,
  context: CodeContext,
): Promise<number> {
  const now = context.now()
  const lock = { tries: FACTOR_TRIES, until: after(now, FACTOR_LOCK_MS) }
  const tries = await takeFactorTry(deps.db, accountId, lock, now)
  if (tries !== null) return tries
  const until = await lockedUntil(deps.db, accountId, now)
  if (until === null) return 0
  const retryAfterSeconds = Math.max(1, Math.ceil((Date.parse(until) - now.getTime()) / 1_000))
  throw context.fail('IDENTITY_FACTOR_LOCKED', { retryAfterSeconds })
}

/** Spends a code of an account in the transaction of what it is good for; false when it is wrong or was spent before. */
export async function spendCode(
  deps: IdentityDeps,
  tx: Tx,
  accountId: string,
  typed: TypedCode,
  now: Date,
): Promise<boolean> {
  const spent =
    typed.method === 'totp'
      ? await spendTotp(deps, tx, accountId, typed.code, now)
      : await spendBackupCode(deps, tx, accountId, typed.code, now)
  if (!spent) return false
  await forgetFactorTries(tx, accountId)
  if (typed.method === 'backup_code') {
    const payload = { account_id: accountId, factor: 'backup_codes' as const, change: 'used' as const }
    await deps.outbox.add(tx, 'identity.factor-changed.v1', payload, { key: accountId })
  }
  return true
}

async function spendTotp(deps: IdentityDeps, tx: Tx, accountId: string, code: string, now: Date) {
  const totp = await findTotp(tx, accountId)
  if (totp === null) return false
  const step = stepOfCode(unsealSecret(deps, accountId, totp.secret), code, now)
  return step !== null && spendStep(tx, accountId, step)
}

/** Leaves the trace of a wrong code, and of the lock that began with it. */
export async function recordWrongCode(
  deps: IdentityDeps,
  accountId: string,
  failed: { readonly action: string; readonly method: string; readonly tries: number },
  context: CodeContext,
): Promise<void> {
  const { method, tries } = failed
  const locks = tries > 0 && tries % FACTOR_TRIES === 0
  await deps.db.tx(async (tx) => {
    if (locks) {
      const payload = { account_id: accountId, factor: 'totp' as const, change: 'locked' as const }
      await deps.outbox.add(tx, 'identity.factor-changed.v1', payload, { key: accountId })
    }
    await deps.audit.record(tx, context, {
      action: locks ? 'authn_login_lock' : failed.action,
      subject_type: 'account',
      subject_id: accountId,
      after: locks ? { factor: 'totp', method, tries, seconds: FACTOR_LOCK_MS / 1_000 } : { method, tries },
    })
  })
}
