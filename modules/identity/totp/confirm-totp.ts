import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { assertMayChangeFactors } from '../factors/require-factor-proof.ts'
import { noteFactorAdded } from '../factors/note-factor-added.ts'
import { signedIn } from '../signed-in.ts'
import { findSetup, takeSetup } from '../store/totp-setups.ts'
import { putTotp } from '../store/totp.ts'
import { stepOfCode, unsealSecret } from './authenticator.ts'
import { issueBackupCodes } from './backup-codes.ts'

/**
 * Takes an authenticator app into use, by a code of it. Whether the session may do so is decided again: the account may
 * have got its first factor elsewhere since the set-up began.
 */
export const confirmTotp =
  (deps: IdentityDeps): Handler<Identity, 'confirmTotp'> =>
  async ({ code }, context) => {
    const session = signedIn(context)
    const now = context.now()
    const setup = await findSetup(deps.db, session, now)
    if (setup === null) throw context.fail('IDENTITY_SETUP_EXPIRED')
    const step = stepOfCode(unsealSecret(deps, session.id, setup.secret), code, now)
    if (step === null) throw context.fail('IDENTITY_WRONG_CODE')
    const backup_codes = await deps.db.tx(async (tx) => {
      const before = await assertMayChangeFactors(tx, session, context)
      if (!(await takeSetup(tx, session.id, setup.secret))) throw context.fail('IDENTITY_SETUP_EXPIRED')
      await putTotp(tx, { account_id: session.id, secret: setup.secret, step }, now)
      const codes = await issueBackupCodes(deps, tx, session.id, now)
      await noteFactorAdded(deps, tx, session, { factor: 'totp', before }, context, now)
      return codes
    })
    return { backup_codes }
  }
