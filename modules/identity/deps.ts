import type { Deps } from '@rampart/platform/module/define-module.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { Challenges } from './challenge/challenges.ts'
import type { Media } from '@rampart/contracts/media.ts'
import type { Provider } from './external/providers.ts'
import type { AccessTokens } from './sessions/access-tokens.ts'
import type { SigningKeys } from './sessions/signing-keys.ts'
import type { PasswordHasher } from './password-hasher.ts'
import type { SessionCache } from './sessions/session-cache.ts'
import type { Throttle } from './throttle.ts'

/** What the use cases of this module are handed: the platform's parts and the module's own. */
export type IdentityDeps = Deps<Identity, { media: Media }> & {
  readonly hasher: PasswordHasher
  readonly signingKeys: SigningKeys
  readonly accessTokens: AccessTokens
  readonly sessions: SessionCache
  readonly throttle: Throttle
  readonly challenges: Challenges
  /** Whose word signs people in, by their ids. */
  readonly providers: ReadonlyMap<string, Provider>
  /** A keyed hash of an address, which tells who holds a username without saying it. */
  readonly holderOf: (email: string) => Buffer
}
