import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { forgiveAccount } from '../guessing/forgive-account.ts'
import { useToken, voidTokens } from '../store/one-time-tokens.ts'
import { enablePassword } from '../store/passwords.ts'

/** Enables a password again that was guessed at too often, for whoever reads the account's mail. */
export const unlockPassword =
  (deps: IdentityDeps): Handler<Identity, 'unlockPassword'> =>
  async (input, context) => {
    const now = context.now()
    const unlocked = await deps.db.tx(async (tx) => {
      const used = await useToken(tx, hashToken(input.token), 'unlock_password', now)
      if (used?.account_id == null) return false
      if (!(await enablePassword(tx, used.account_id))) return false
      await voidTokens(tx, 'unlock_password', used.account_id)
      await forgiveAccount(deps, tx, used.account_id)
      await deps.audit.record(tx, context, {
        action: 'authn_login_unlock',
        subject_type: 'account',
        subject_id: used.account_id,
      })
      return true
    })
    if (!unlocked) throw context.fail('IDENTITY_TOKEN_INVALID')
    return { status: 'unlocked' }
  }
