import { seal } from '@rampart/platform/crypto/seal.ts'
import type { OauthDeps } from './deps.ts'
import { nextKeyStart, worthlessKeys } from './domain/key-plan.ts'
import { makeKey } from './make-key.ts'
import { deleteKeys, findKeys, insertKey, type KeyAlgorithm, lockKeys } from './store/signing-keys.ts'

const algorithms: readonly KeyAlgorithm[] = ['RS256', 'EdDSA']

/** Makes the first keys, or the next ones when their time has come, and removes those that nobody needs any more. */
export async function rotateKeys(deps: OauthDeps, now: Date): Promise<void> {
  for (const alg of algorithms) await rotate(deps, alg, now)
}

async function rotate(deps: OauthDeps, alg: KeyAlgorithm, now: Date): Promise<void> {
  const known = (await findKeys(deps.db)).filter((key) => key.alg === alg)
  if (nextKeyStart(known, now) === null && worthlessKeys(known, now).length === 0) return
  // Before the lock: an RSA key takes its time.
  const made = nextKeyStart(known, now) === null ? null : await makeKey(alg)
  await deps.db.tx(async (tx) => {
    await lockKeys(tx)
    const keys = (await findKeys(tx)).filter((key) => key.alg === alg)
    const signs_from = nextKeyStart(keys, now)
    if (signs_from !== null && made !== null) {
      const { kid, private_jwk, public_jwk } = made
      const private_key = seal(deps.signingKey, Buffer.from(JSON.stringify(private_jwk)), contextOf(kid))
      await insertKey(tx, { kid, alg, private_key, public_jwk, signs_from }, now)
    }
    await deleteKeys(tx, worthlessKeys(keys, now))
  })
}

/** What a sealed private key opens with. */
export function contextOf(kid: string): string {
  return `oauth:signing-key:${kid}`
}
