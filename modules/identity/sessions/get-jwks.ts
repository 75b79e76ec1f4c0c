import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'

/** The public keys of access tokens, as a JSON Web Key Set (RFC 7517): those in use and the one that comes next. */
export const getJwks =
  (deps: IdentityDeps): Handler<Identity, 'getJwks'> =>
  async (_input, context) => ({
    keys: (await deps.accessTokens.publicKeys(context.now())).map((key) => ({ ...key })),
  })
