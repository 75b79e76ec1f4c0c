import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { audienceOf } from '../domain/roles.ts'
import { endEverySession } from '../sessions/end-every-session.ts'
import { useToken } from '../store/one-time-tokens.ts'
import { findRecovery, removeFactors } from '../store/recoveries.ts'
import { checkNewPassword } from './check-new-password.ts'
import { limitRecovery } from './limit-recovery.ts'
import { renewPassword } from './renew-password.ts'

/**
 * Sets the password of somebody of the staff by the link that another administrator allowed. All second factors go, so
 * that the next sign-in sets one up anew and can do nothing before.
 */
export const recoverStaff =
  (deps: IdentityDeps): Handler<Identity, 'recoverStaff'> =>
  async (input, context) => {
    await limitRecovery(deps, context)
    const hash = hashToken(input.token)
    const account = await findRecovery(deps.db, hash, 'staff_recovery', context.now())
    if (account === null || audienceOf(account.role) !== 'staff') throw context.fail('IDENTITY_TOKEN_INVALID')
    const password = await checkNewPassword(deps, account, input.new_password, false, context)
    const now = context.now()
    const { id } = account
    await deps.db.tx(async (tx) => {
      const used = await useToken(tx, hash, 'staff_recovery', now)
      if (used?.account_id !== id) throw context.fail('IDENTITY_TOKEN_INVALID')
      await removeFactors(tx, id)
      await endEverySession(deps, tx, id, 'password_reset', now)
      const action = 'authn_password_reset' as const
      await renewPassword(deps, tx, { account, password, action, by: 'administrator' }, context)
    })
    return { status: 'password_reset' }
  }
