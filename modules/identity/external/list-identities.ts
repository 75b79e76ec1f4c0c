import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { signedIn } from '../signed-in.ts'
import { findIdentities } from '../store/external-identities.ts'
import { findOffer } from '../store/external-offers.ts'
import { identityView } from './identity-view.ts'

/** What is connected to the account, and what waits to be in this browser. */
export const listExternalIdentities =
  (deps: IdentityDeps): Handler<Identity, 'listExternalIdentities'> =>
  async (_input, context) => {
    const { id } = signedIn(context)
    const rows = await findIdentities(deps.db, id)
    const device = context.device_token
    const owner = { account_id: id, device_hash: hashToken(device ?? '') }
    const offer = device === null ? null : await findOffer(deps.db, owner, context.now())
    const label = offer === null ? undefined : deps.providers.get(offer.provider)?.label
    return {
      items: rows.map((row) => identityView(deps, row)),
      offer: offer === null || label === undefined ? null : { ...offer, label },
    }
  }
