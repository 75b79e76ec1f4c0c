import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { assertMayChangeFactors } from '../factors/require-factor-proof.ts'
import { noteFactorRemoved } from '../factors/note-factor-removed.ts'
import { signedIn } from '../signed-in.ts'
import { deleteBackupCodes } from '../store/backup-codes.ts'
import { deleteTotp } from '../store/totp.ts'

/** Removes the authenticator app, and the backup codes that stand in for it. */
export const disableTotp =
  (deps: IdentityDeps): Handler<Identity, 'disableTotp'> =>
  async (_input, context) => {
    const session = signedIn(context)
    await deps.db.tx(async (tx) => {
      const { totp } = await assertMayChangeFactors(tx, session, context)
      if (!totp) throw context.fail('IDENTITY_TOTP_MISSING')
      await deleteTotp(tx, session.id)
      await deleteBackupCodes(tx, session.id)
      await noteFactorRemoved(deps, tx, session, 'totp', context)
    })
    return null
  }
