import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

export type KeyAlgorithm = 'RS256' | 'EdDSA'

export type KeyRow = {
  readonly kid: string
  readonly alg: KeyAlgorithm
  readonly private_key: Buffer
  readonly public_jwk: Readonly<Record<string, unknown>>
  readonly signs_from: string
}

/** Every key. */
export async function findKeys(q: Queryable): Promise<KeyRow[]> {
  return await q.many<KeyRow>(
    sql`SELECT kid, alg, private_key, public_jwk, signs_from FROM oauth.signing_keys ORDER BY signs_from, kid`,
  )
}

/** Makes whoever else wants to change keys wait until this transaction ends. */
export async function lockKeys(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(hashtext('oauth.signing_keys'))`)
}

/** Adds a key. */
export async function insertKey(
  tx: Tx,
  key: Omit<KeyRow, 'signs_from'> & { readonly signs_from: Date },
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO oauth.signing_keys (kid, alg, private_key, public_jwk, created_at, signs_from)
    VALUES (${key.kid}, ${key.alg}, ${key.private_key}, ${JSON.stringify(key.public_jwk)}, ${now}, ${key.signs_from})`)
}

/** Removes keys. */
export async function deleteKeys(tx: Tx, kids: readonly string[]): Promise<void> {
  await tx.run(sql`DELETE FROM oauth.signing_keys WHERE kid = ANY(${kids})`)
}
