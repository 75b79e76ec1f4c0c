import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { lockAccount } from '../store/accounts.ts'
import { useOffer } from '../store/external-offers.ts'
import { identityView } from './identity-view.ts'
import { linkIdentity } from './link-identity.ts'

/** Connects the sign-in that waited for its owner to sign in the usual way: in the browser it came with, and once. */
export const acceptExternalOffer =
  (deps: IdentityDeps): Handler<Identity, 'acceptExternalOffer'> =>
  async ({ offer_id }, context) => {
    const { id } = signedIn(context)
    const { device_token } = context
    if (device_token === null) throw context.fail('NOT_FOUND')
    const mark = { id: offer_id, account_id: id, device_hash: hashToken(device_token) }
    const row = await deps.db.tx(async (tx) => {
      await lockAccount(tx, id)
      const subject = await useOffer(tx, mark, context.now())
      if (subject === null) throw context.fail('NOT_FOUND')
      const linked = await linkIdentity(deps, tx, id, subject, context)
      if (linked === null) throw context.fail('IDENTITY_EXTERNAL_TAKEN')
      return linked
    })
    return identityView(deps, row)
  }
