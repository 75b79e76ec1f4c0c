import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { IdentityDeps } from '../deps.ts'
import { after } from '../domain/lifetimes.ts'
import type { Audience } from '../domain/roles.ts'
import { type ChallengeUse, insertChallenge } from '../store/passkey-challenges.ts'
import { CHALLENGE_MS } from './relying-party.ts'

/** Where a sign-in that answers the challenge leads. */
type Target = { readonly audience: Audience; readonly scheme: 'browser' | 'program' }

/** A challenge for one use: 32 random bytes, base64url, of which only the hash is kept. */
export async function makeChallenge(
  deps: IdentityDeps,
  use: ChallengeUse,
  target: Target,
  now: Date,
): Promise<string> {
  const challenge = randomToken()
  await insertChallenge(
    deps.db,
    { hash: hashToken(challenge), use, ...target, expires_at: after(now, CHALLENGE_MS) },
    now,
  )
  return challenge
}
