import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { birthDateHint } from '../domain/birth-date-hint.ts'
import { after, RESET_TOKEN_MS } from '../domain/lifetimes.ts'
import type { Audience } from '../domain/roles.ts'
import { hashCode } from '../mail/issue-code.ts'
import type { AccountRow } from '../store/accounts.ts'
import { takeCodeTry, useCode } from '../store/mailed-codes.ts'
import { insertToken } from '../store/one-time-tokens.ts'
import { findRecoverable } from './find-recoverable.ts'
import { limitRecovery } from './limit-recovery.ts'

/**
 * Exchanges the mailed digits for a token. Unknown addresses, wrong, old and spent codes do the same work and fail
 * alike; a try is counted before it is judged.
 */
export const verifyResetCode =
  (deps: IdentityDeps, audience: Audience): Handler<Identity, 'verifyResetCode' | 'verifyStaffResetCode'> =>
  async ({ email, otp }, context) => {
    await limitRecovery(deps, context)
    const now = context.now()
    const account = await findRecoverable(deps.db, email, audience)
    // Nobody has this id: its statements cost what those of an account cost.
    const account_id = account?.id ?? newId()
    const counted = await takeCodeTry(deps.db, account_id, 'reset_otp', now)
    const code = { account_id, purpose: 'reset_otp', reference: null } as const
    const hash = hashCode(deps, counted ? code : { ...code, account_id: newId() }, otp)
    const token = randomToken()
    const isRight = await deps.db.tx(async (tx) => {
      const used = await useCode(tx, code, hash, now)
      if (used) {
        const expires_at = after(now, RESET_TOKEN_MS)
        await insertToken(
          tx,
          { hash: hashToken(token), purpose: 'reset_password', account_id, expires_at },
          now,
        )
      }
      await deps.audit.record(tx, context, {
        action: used ? 'authn_token_created' : 'authn_password_reset_fail',
        subject_type: 'account',
        subject_id: account?.id ?? 'unknown',
        after: used ? { purpose: 'reset_password' } : { audience, reason: 'code' },
      })
      return used
    })
    if (account === null || !isRight) throw context.fail('IDENTITY_RESET_CODE_INVALID')
    return { reset_token: token, expires_in: RESET_TOKEN_MS / 1_000, birth_date_hint: hintOf(account) }
  }

function hintOf({ birth_date_check, date_of_birth }: AccountRow): string | null {
  return birth_date_check && date_of_birth !== null ? birthDateHint(date_of_birth) : null
}
