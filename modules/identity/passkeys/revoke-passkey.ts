import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { assertMayChangeFactors } from '../factors/require-factor-proof.ts'
import { noteFactorRemoved } from '../factors/note-factor-removed.ts'
import { signedIn } from '../signed-in.ts'
import { deletePasskey } from '../store/passkeys.ts'

/** Removes a passkey of whoever is signed in, unless it is the last factor of an account that cannot be without. */
export const revokePasskey =
  (deps: IdentityDeps): Handler<Identity, 'revokePasskey'> =>
  async ({ passkey_id }, context) => {
    const session = signedIn(context)
    await deps.db.tx(async (tx) => {
      await assertMayChangeFactors(tx, session, context)
      if (!(await deletePasskey(tx, session.id, passkey_id))) throw context.fail('NOT_FOUND')
      await noteFactorRemoved(deps, tx, session, 'passkey', context)
    })
    return null
  }
