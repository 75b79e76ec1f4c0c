import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { countFactorTry, recordWrongCode, spendCode, type TypedCode } from '../mfa/check-factor.ts'
import { findFactors } from '../store/factors.ts'
import { checkNewPassword } from './check-new-password.ts'
import { openReset, writeReset } from './reset-password.ts'

/**
 * Sets the password of somebody of the staff: the mailbox alone is not enough, a second factor goes with it. A try at
 * it is counted before it is judged, and a right one is spent with the token or not at all.
 */
export const resetStaffPassword =
  (deps: IdentityDeps): Handler<Identity, 'resetStaffPassword'> =>
  async (input, context) => {
    const account = await openReset(deps, input, 'staff', context)
    const typed = typedCode(input)
    const { totp } = await findFactors(deps.db, account.id)
    if (typed === null || !totp) throw context.fail('IDENTITY_FACTOR_NEEDED')
    const password = await checkNewPassword(deps, account, input.new_password, true, context)
    const tries = await countFactorTry(deps, account.id, context)
    let isRight = true
    try {
      await writeReset(deps, input.reset_token, account, password, context, async (tx) => {
        isRight = await spendCode(deps, tx, account.id, typed, context.now())
        if (!isRight) throw context.fail('IDENTITY_WRONG_CODE')
      })
    } finally {
      if (!isRight) {
        const failed = { action: 'authn_password_reset_fail', method: typed.method, tries }
        await recordWrongCode(deps, account.id, failed, context)
      }
    }
    return { status: 'password_reset' }
  }

function typedCode(input: {
  readonly code?: string | undefined
  readonly backup_code?: string | undefined
}): TypedCode | null {
  if (input.code !== undefined) return { method: 'totp', code: input.code }
  return input.backup_code === undefined ? null : { method: 'backup_code', code: input.backup_code }
}
