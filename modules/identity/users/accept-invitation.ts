import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import { isCommonPassword } from '../common-passwords.ts'
import type { IdentityDeps } from '../deps.ts'
import { findAccount } from '../store/accounts.ts'
import { isTokenUsable, useToken, voidTokens } from '../store/one-time-tokens.ts'
import { setPassword } from '../store/passwords.ts'

/** Gives an invited account its first password. The second factor follows at the first sign-in. */
export const acceptInvitation =
  (deps: IdentityDeps): Handler<Identity, 'acceptInvitation'> =>
  async (input, context) => {
    const token = hashToken(input.token)
    // Spares strangers the cost of a hash; the guarded statement below is what decides.
    if (!(await isTokenUsable(deps.db, token, 'enrol_staff', context.now()))) {
      throw context.fail('IDENTITY_TOKEN_INVALID')
    }
    const hash = await deps.hasher.hash(input.password)
    const now = context.now()
    const email = await deps.db.tx(async (tx) => {
      const used = await useToken(tx, token, 'enrol_staff', now)
      const account = used?.account_id == null ? null : await findAccount(tx, used.account_id)
      if (account === null || account.locked_at !== null) throw context.fail('IDENTITY_TOKEN_INVALID')
      const ownWords = [deps.settings.shop_name, account.email, account.full_name]
      if (await isCommonPassword(input.password, ownWords)) throw context.fail('IDENTITY_PASSWORD_TOO_COMMON')
      await setPassword(tx, account.id, hash, now)
      await voidTokens(tx, 'enrol_staff', account.id)
      await deps.audit.record(tx, context, {
        action: 'authn_password_change',
        subject_type: 'account',
        subject_id: account.id,
        after: { by: 'invitation' },
      })
      return account.email
    })
    return { status: 'ready', email }
  }
