import { createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '@rampart/platform/crypto/canonical-json.ts'

const Hex = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * One signed line. `checkpoint`: the chain up to `position` ends in `hash`. `cut`: entries up to `position` were
 * removed by retention. `restart`: somebody accepted the log as it was; earlier checkpoints beyond `position` do not
 * count any more, and what is wrong at the `known` positions was known then.
 */
const Statement = z.strictObject({
  number: z.int().min(1),
  kind: z.enum(['checkpoint', 'cut', 'restart']),
  position: z.int().min(0),
  hash: Hex,
  /** Entries that the chain then had. */
  count: z.int().min(0),
  at: z.iso.datetime(),
  /** SHA-256 of the line before this one. */
  previous: Hex,
  reason: z.string().optional(),
  known: z.array(z.int()).optional(),
  signature: z.base64(),
})

export type Statement = z.output<typeof Statement>

/** What is said, before it has a place in the file. */
export type Claim = Omit<Statement, 'number' | 'previous' | 'signature'>

/** Stands before the first line. */
export const NO_LINE = '0'.repeat(64)

/** The hash by which the next line names this one. */
export function lineHash(line: string): string {
  return hash('sha256', line, 'hex')
}

/** Makes the line that follows `last`. */
export function signStatement(
  key: KeyObject,
  claim: Claim,
  last: { readonly number: number; readonly line: string } | null,
): { readonly statement: Statement; readonly line: string } {
  const said = {
    ...claim,
    number: (last?.number ?? 0) + 1,
    previous: last === null ? NO_LINE : lineHash(last.line),
  }
  const statement = { ...said, signature: sign(null, signedText(said), key).toString('base64') }
  return { statement, line: canonicalJson(statement) }
}

/** Reads a line; null when it is none. Says nothing about its signature. */
export function parseStatement(line: string): Statement | null {
  try {
    const parsed = Statement.safeParse(JSON.parse(line))
    // Another way to write the same is not what was signed and hashed.
    return parsed.success && canonicalJson(parsed.data) === line ? parsed.data : null
  } catch {
    return null
  }
}

/** Whether a statement was signed by this installation. */
export function isSigned(key: KeyObject, { signature, ...said }: Statement): boolean {
  return verify(null, signedText(said), key, Buffer.from(signature, 'base64'))
}

/** The public half, as SubjectPublicKeyInfo in PEM. */
export function publicPem(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }) as string
}

// The first line keeps a signature from being taken for one over something else.
function signedText(said: Omit<Statement, 'signature'>): Buffer {
  return Buffer.from(`rampart audit checkpoint v1\n${canonicalJson(said)}`)
}
