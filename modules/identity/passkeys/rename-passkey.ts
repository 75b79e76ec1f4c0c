import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { renamePasskeyRow } from '../store/passkeys.ts'
import { passkeyView } from './passkey-view.ts'

/** Gives a passkey of whoever is signed in another name. */
export const renamePasskey =
  (deps: IdentityDeps): Handler<Identity, 'renamePasskey'> =>
  async ({ passkey_id, name }, context) => {
    const { id } = signedIn(context)
    const row = await deps.db.tx(async (tx) => {
      const renamed = await renamePasskeyRow(tx, id, passkey_id, name)
      if (renamed === null) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: 'user_updated',
        subject_type: 'account',
        subject_id: id,
        after: { passkey_id, passkey_name: 'changed' },
      })
      return renamed
    })
    return passkeyView(row)
  }
