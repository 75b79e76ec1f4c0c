import { hash, hashRaw, parseOptions, verify } from '@node-rs/argon2'
import { fewOrUnavailable } from '@rampart/platform/limits/few-at-once.ts'
import { normalizePassword } from './domain/password-shape.ts'

// OWASP password storage: Argon2id with 19 MiB, two passes, one lane. Argon2id is the package's default algorithm.
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

// Two at a time hold 38 MiB and leave the other threads of the pool to files and names.
const PARALLEL = 2
// About ten seconds of work; whoever comes later is told to come back.
const MAX_WAITING = 500

// Checked for accounts that do not exist, so that they take as long as those that do. Nobody knows its password.
const DUMMY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$cmFtcGFydC1kdW1teS1zYQ$9qk2GQm0Yt4o5mB3mY0nq0b1c7XgQzq0v3m6rE1s2bU'

/** Hashes and checks passwords, a few at a time. */
export type PasswordHasher = {
  /** Argon2id in PHC form, with the pepper. @throws UNAVAILABLE when too many wait */
  hash(password: string): Promise<string>
  /** Whether the password is the one of this hash; with null it does the same work and says no. */
  verify(stored: string | null, password: string): Promise<boolean>
  /** Argon2id of a short secret that people type in, 32 bytes, with the pepper. @throws UNAVAILABLE as `hash` does */
  stretch(secret: string, salt: Buffer): Promise<Buffer>
  /** Whether a hash was made with other parameters than today's. */
  isOutdated(stored: string): boolean
}

/** A hasher whose pepper is kept outside the database. */
export function passwordHasher(pepper: Buffer, maxWaiting = MAX_WAITING): PasswordHasher {
  const take = fewOrUnavailable(PARALLEL, maxWaiting, 5)
  return {
    hash: (password) => take(() => hash(normalizePassword(password), { ...PARAMETERS, secret: pepper })),
    async verify(stored, password) {
      const matches = await take(() =>
        verify(stored ?? DUMMY_HASH, normalizePassword(password), { secret: pepper }),
      )
      return stored !== null && matches
    },
    stretch: (secret, salt) => take(() => hashRaw(secret, { ...PARAMETERS, salt, secret: pepper })),
    isOutdated(stored) {
      const { memoryCost, timeCost, parallelism } = parseOptions(stored)
      return (
        memoryCost !== PARAMETERS.memoryCost ||
        timeCost !== PARAMETERS.timeCost ||
        parallelism !== PARAMETERS.parallelism
      )
    },
  }
}
