import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { lockAccount } from '../store/accounts.ts'
import { deleteIdentity, hasWayIn } from '../store/external-identities.ts'
import { announce } from './link-identity.ts'

/** Disconnects a sign-in of a provider, unless nothing else would open the account. */
export const unlinkExternalIdentity =
  (deps: IdentityDeps): Handler<Identity, 'unlinkExternalIdentity'> =>
  async ({ identity_id }, context) => {
    const { id } = signedIn(context)
    await deps.db.tx(async (tx) => {
      await lockAccount(tx, id)
      const identity = await deleteIdentity(tx, id, identity_id)
      if (identity === null) throw context.fail('NOT_FOUND')
      if (!(await hasWayIn(tx, id))) throw context.fail('IDENTITY_LAST_WAY_IN')
      await announce(deps, tx, id, { change: 'removed', identity }, context)
    })
    return null
  }
