import { createPublicKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, type JWK } from 'jose'
import type { Keyring } from '@rampart/platform/crypto/keys.ts'
import type { SigningKeyRow } from '../store/signing-keys.ts'

export const ALGORITHM = 'EdDSA'
export const TOKEN_TYPE = 'at+jwt'

/** One key with all that is made of it once. */
export type SigningKey = {
  readonly number: number
  readonly kid: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  readonly jwk: JWK
  /** The first part of every token that it signs, byte for byte. */
  readonly header: string
}

/** The keys that access tokens are signed and checked with, as the database has them. */
export type SigningKeys = {
  /** The key that signs now. @throws when there is none */
  current(now: Date): Promise<SigningKey>
  /** The key whose tokens begin with this header, or null: unknown, retired, or no header of ours. */
  byHeader(header: string, now: Date): Promise<SigningKey | null>
  /** Every key that is good now or will sign soon: what others check our tokens with. */
  published(now: Date): Promise<readonly SigningKey[]>
  /** Forgets what the database said. */
  clear(): void
}

type Known = { readonly row: SigningKeyRow; readonly key: SigningKey }
type Loaded = { readonly byHeader: ReadonlyMap<string, Known>; readonly at: number }

// Bounds how long a process signs with a key that another retired, where it cannot hear of it.
const MAX_AGE_MS = 5_000
// A header nobody knows may belong to a key that another process has just made; strangers' headers cost no more than this.
const RELOAD_AFTER_MS = 1_000

/** Keys derived from the master secret by number; which of them count is asked of `load` and forgotten at `hear`. */
export function signingKeys(
  keyring: Keyring,
  load: (now: Date) => Promise<readonly SigningKeyRow[]>,
  hear: (changed: () => void) => Promise<unknown>,
): SigningKeys {
  const made = new Map<number, Promise<SigningKey>>()
  let loaded: Loaded | undefined
  let loading: Promise<Loaded> | undefined
  let generation = 0
  let hearing: Promise<unknown> | undefined

  const clear = (): void => {
    generation += 1
    loaded = undefined
    loading = undefined
  }

  function keyOf(number: number): Promise<SigningKey> {
    const known = made.get(number) ?? makeKey(keyring, number)
    made.set(number, known)
    return known
  }

  async function read(now: Date): Promise<Loaded> {
    const begun = generation
    const rows = await load(now)
    const known = await Promise.all(rows.map(async (row) => ({ row, key: await keyOf(row.number) })))
    const fresh = { byHeader: new Map(known.map((one) => [one.key.header, one])), at: now.getTime() }
    if (begun === generation) loaded = fresh
    return fresh
  }

  function fresh(now: Date, maxAge: number): Loaded | Promise<Loaded> {
    const age = loaded === undefined ? Infinity : now.getTime() - loaded.at
    if (loaded !== undefined && age >= 0 && age < maxAge) return loaded
    // What was said before we began to listen was not heard.
    hearing ??= hear(clear).then(clear, () => (hearing = undefined))
    const reading = (loading ??= read(now))
    const done = (): void => {
      if (loading === reading) loading = undefined
    }
    reading.then(done, done)
    return reading
  }

  return {
    async current(now) {
      const { byHeader } = await fresh(now, MAX_AGE_MS)
      const signing = [...byHeader.values()]
        .filter(({ row }) => isGood(row, now) && new Date(row.signs_from) <= now)
        .at(-1)
      if (signing === undefined) throw new Error('No key signs access tokens.')
      return signing.key
    },
    async byHeader(header, now) {
      const known =
        (await fresh(now, MAX_AGE_MS)).byHeader.get(header) ??
        (await fresh(now, RELOAD_AFTER_MS)).byHeader.get(header)
      return known !== undefined && isGood(known.row, now) ? known.key : null
    },
    async published(now) {
      const { byHeader } = await fresh(now, MAX_AGE_MS)
      return [...byHeader.values()].filter(({ row }) => isGood(row, now)).map(({ key }) => key)
    },
    clear,
  }
}

function isGood(row: SigningKeyRow, now: Date): boolean {
  return row.retired_at === null || new Date(row.retired_at) > now
}

async function makeKey(keyring: Keyring, number: number): Promise<SigningKey> {
  // The first key's name is older than the numbers.
  const purpose = number === 0 ? 'identity:access-token' : `identity:access-token:${String(number)}`
  const privateKey = keyring.signingKey(purpose)
  const publicKey = createPublicKey(privateKey)
  const bare = await exportJWK(publicKey)
  const kid = await calculateJwkThumbprint(bare)
  return {
    number,
    kid,
    privateKey,
    publicKey,
    jwk: { ...bare, kid, alg: ALGORITHM, use: 'sig' },
    header: Buffer.from(JSON.stringify({ alg: ALGORITHM, typ: TOKEN_TYPE, kid })).toString('base64url'),
  }
}
