import type { Oauth } from '@rampart/contracts/oauth.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { unseal } from '@rampart/platform/crypto/seal.ts'
import type { OauthDeps } from './deps.ts'
import { signingOrder } from './domain/key-plan.ts'
import { contextOf, rotateKeys } from './rotate-keys.ts'
import { findKeys, type KeyRow } from './store/signing-keys.ts'

/** The private keys, of each algorithm the one in use first. The first keys are made when somebody asks for them. */
export const getSigningKeys =
  (deps: OauthDeps): Handler<Oauth, 'getSigningKeys'> =>
  async (_input, context) => {
    const keys = await keysInOrder(deps, context.now())
    return {
      keys: keys.map(
        (key) =>
          JSON.parse(unseal(deps.signingKey, key.private_key, contextOf(key.kid)).toString()) as Record<
            string,
            unknown
          >,
      ),
    }
  }

/** The public halves. */
export const getPublicKeys =
  (deps: OauthDeps): Handler<Oauth, 'getPublicKeys'> =>
  async (_input, context) => ({
    keys: (await keysInOrder(deps, context.now())).map((key) => ({ ...key.public_jwk })),
  })

async function keysInOrder(deps: OauthDeps, now: Date): Promise<KeyRow[]> {
  let keys = await findKeys(deps.db)
  if (keys.length === 0) {
    await rotateKeys(deps, now)
    keys = await findKeys(deps.db)
  }
  return (['RS256', 'EdDSA'] as const).flatMap((alg) =>
    signingOrder(
      keys.filter((key) => key.alg === alg),
      now,
    ),
  )
}
