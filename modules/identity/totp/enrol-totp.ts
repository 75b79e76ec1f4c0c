import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { findAccount } from '../store/accounts.ts'
import { putTotp } from '../store/totp.ts'
import { newSecret, sealSecret, secretText } from './authenticator.ts'
import { issueBackupCodes } from './backup-codes.ts'

/** Gives an account an authenticator app for the command line, in the place of the one it has. */
export const enrolTotp =
  (deps: IdentityDeps): Handler<Identity, 'enrolTotp'> =>
  async ({ account_id }, context) => {
    if ((await findAccount(deps.db, account_id)) === null) throw context.fail('NOT_FOUND')
    const now = context.now()
    const secret = newSecret()
    const backup_codes = await deps.db.tx(async (tx) => {
      await putTotp(tx, { account_id, secret: sealSecret(deps, account_id, secret), step: 0 }, now)
      const codes = await issueBackupCodes(deps, tx, account_id, now)
      await deps.audit.record(tx, context, {
        action: 'authn_factor_added',
        subject_type: 'account',
        subject_id: account_id,
        after: { factor: 'totp' },
      })
      return codes
    })
    return { secret: secretText(secret), backup_codes }
  }
