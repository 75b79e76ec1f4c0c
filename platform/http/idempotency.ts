import { createHash } from 'node:crypto'
import type { Principal } from '../contract/principal.ts'
import { canonicalJson } from '../crypto/canonical-json.ts'
import { hashToken } from '../crypto/tokens.ts'
import type { Keyring } from '../crypto/keys.ts'
import { seal, unseal } from '../crypto/seal.ts'
import type { Db } from '../db/db.ts'
import { failure } from '../errors/app-error.ts'
import { findKey, finishKey, freeKey, type KeyId, takeKey } from './idempotency-store.ts'

export type IdempotentRequest = {
  /** From `keyScope`. */
  readonly scope: string
  readonly key: string
  readonly input: unknown
}

export type StoredAnswer = { readonly status: number; readonly body: string; readonly replayed: boolean }

/** Runs a request once for each key: the first runs, later ones get its answer. */
export type Idempotency = (
  request: IdempotentRequest,
  run: () => Promise<{ status: number; body: string }>,
) => Promise<StoredAnswer>

/**
 * Keys belong to a caller and an operation. The same key with another input is 422, while the first one runs it is
 * 409, and after a failure it is free again. Answers are kept for 24 hours, encrypted.
 */
export function idempotency(db: Db, keys: Keyring): Idempotency {
  const key = keys.derive('http:idempotency')
  return async (request, run) => {
    const id: KeyId = { scope: request.scope, keyHash: hashToken(request.key) }
    const requestHash = createHash('sha256').update(canonicalJson(request.input)).digest()
    if ((await takeKey(db, id, requestHash)) === null) {
      const row = await findKey(db, id)
      // Freed in between: the first request failed at this very moment.
      if (row === null) throw failure('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1 })
      if (!row.request_hash.equals(requestHash)) throw failure('IDEMPOTENCY_KEY_REUSED')
      if (row.status === null || row.body === null)
        throw failure('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1 })
      return { status: row.status, body: unseal(key, row.body, id.scope).toString('utf8'), replayed: true }
    }
    try {
      const answer = await run()
      await finishKey(db, id, answer.status, seal(key, Buffer.from(answer.body), id.scope))
      return { ...answer, replayed: false }
    } catch (error) {
      await freeKey(db, id)
      throw error
    }
  }
}

/** Whose key it is and for what. A guest without token shares a scope with all such guests: keys must be random. */
export function keyScope(operation: string, principal: Principal): string {
  return `${operation} ${ownerOf(principal)}`
}

/** The key as operations see it: one text that no other caller or operation can have. */
export function scopedKey(scope: string, key: string): string {
  return createHash('sha256').update(`${scope}\n${key}`).digest('hex')
}

/** Without holding a secret. */
function ownerOf(principal: Principal): string {
  switch (principal.kind) {
    case 'customer':
    case 'staff':
      return `${principal.kind}:${principal.id}`
    case 'guest':
      return principal.guest_token === null
        ? 'guest'
        : `guest:${hashToken(principal.guest_token).toString('hex')}`
    case 'system':
      return 'system'
  }
}
