import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { assertMayChangeFactors } from '../factors/require-factor-proof.ts'
import { signedIn } from '../signed-in.ts'
import { issueBackupCodes } from './backup-codes.ts'

/** Gives an account new backup codes; all it had stop working. */
export const regenerateBackupCodes =
  (deps: IdentityDeps): Handler<Identity, 'regenerateBackupCodes'> =>
  async (_input, context) => {
    const session = signedIn(context)
    const { id, session_id } = session
    const backup_codes = await deps.db.tx(async (tx) => {
      const { totp } = await assertMayChangeFactors(tx, session, context)
      if (!totp) throw context.fail('IDENTITY_TOTP_MISSING')
      const codes = await issueBackupCodes(deps, tx, id, context.now())
      const payload = { account_id: id, factor: 'backup_codes' as const, change: 'regenerated' as const }
      await deps.outbox.add(tx, 'identity.factor-changed.v1', payload, { key: id })
      await deps.audit.record(tx, context, {
        action: 'authn_backup_codes_made',
        subject_type: 'account',
        subject_id: id,
        after: { session_id },
      })
      return codes
    })
    return { backup_codes }
  }
