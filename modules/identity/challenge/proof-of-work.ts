import { randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Keyring } from '@rampart/platform/crypto/keys.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import { z } from 'zod'
import { after } from '../domain/lifetimes.ts'

const LIFETIME_MS = 5 * 60_000
// 5,000 rounds take a browser about half a millisecond, and 500 of them are tried on average: a quarter of a second.
const COST = 5_000
const MAX_COUNTER = 1_000

const Hex = z.string().regex(/^[0-9a-f]{1,128}$/)

const Payload = z.object({
  challenge: z.object({
    parameters: z.strictObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      cost: z.int().positive(),
      data: z.strictObject({ expires_at: z.int() }),
      keyLength: z.int().positive(),
      keyPrefix: Hex,
      keySignature: Hex,
      nonce: Hex,
      salt: Hex,
    }),
    signature: Hex,
  }),
  solution: z.object({ counter: z.int().min(0).max(0xff_ff_ff_ff), derivedKey: Hex }),
})

/** A challenge as ALTCHA's solvers take it. */
export type AltchaChallenge = z.infer<typeof Payload>['challenge']

/** A solution that is right, before anybody has looked whether it was used before. */
export type Solved = { readonly hash: Buffer; readonly expiresAt: Date }

/** Makes puzzles that cost a browser about a quarter of a second, and knows their solutions again. */
export type ProofOfWork = {
  make(now: Date): Promise<AltchaChallenge>
  /** What was solved; null when it is no solution, too old, or of no challenge of ours. */
  read(response: string, now: Date): Promise<Solved | null>
}

/** Proofs of work whose challenges are stored nowhere: they carry our signature. */
export function proofOfWork(keys: Keyring): ProofOfWork {
  const secrets = {
    hmacSignatureSecret: keys.derive('identity:challenge').toString('hex'),
    hmacKeySignatureSecret: keys.derive('identity:challenge-key').toString('hex'),
  }
  return {
    async make(now) {
      // The library would judge its own field by the machine's clock.
      const expires_at = Math.floor(after(now, LIFETIME_MS).getTime() / 1_000)
      const made = await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: COST,
        counter: randomInt(MAX_COUNTER),
        data: { expires_at },
        deriveKey,
        ...secrets,
      })
      return Payload.shape.challenge.parse(made)
    },
    async read(response, now) {
      const payload = Payload.safeParse(decode(response))
      if (!payload.success) return null
      const { challenge, solution } = payload.data
      const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets })
      const expiresAt = new Date(challenge.parameters.data.expires_at * 1_000)
      if (!verified || expiresAt <= now) return null
      // The signature covers the nonce, so one challenge has one; a solution can be written down in many ways.
      return { hash: hashToken(challenge.parameters.nonce), expiresAt }
    },
  }
}

function decode(response: string): unknown {
  try {
    return JSON.parse(Buffer.from(response, 'base64').toString('utf8'))
  } catch {
    return null
  }
}
