import { createHmac, createSecretKey } from 'node:crypto'
import { openRedis } from '../cache/redis.ts'
import type { Keyring } from '../crypto/keys.ts'
import type { Queryable } from '../db/db.ts'
import type { Log } from '../log/log.ts'
import { fallbackStore, type NamedStore } from './fallback-store.ts'
import { type Limiter, limiter } from './limiter.ts'
import { memoryStore } from './memory-store.ts'
import { postgresStore } from './postgres-store.ts'
import { redisStore } from './redis-store.ts'

export type LimitsOptions = {
  readonly db: Queryable
  readonly keys: Keyring
  readonly log: Log
  /** Counts are kept there first where there is one. */
  readonly redisUrl: string | null
  /** Multiplies every limit. */
  readonly factor: number
}

/** A limiter that all processes of the shop share: in Redis, else in PostgreSQL, and with both gone each for itself. */
export function createLimits({ db, keys, log, redisUrl, factor }: LimitsOptions): Limiter {
  // An object: bytes would be made into one for every request, which takes longer than the hash.
  const secret = createSecretKey(keys.derive('limits:keys'))
  const hash = (key: string): Buffer => createHmac('sha256', secret).update(key).digest().subarray(0, 16)
  const stores: NamedStore[] = [
    ...(redisUrl === null ? [] : [{ name: 'redis', store: redisStore(openRedis(redisUrl, log), hash) }]),
    { name: 'postgres', store: postgresStore(db, hash) },
    { name: 'memory', store: memoryStore() },
  ]
  return limiter(fallbackStore(stores, log), factor)
}

/** Takes everything: for a shop that is told so, and for measuring. */
export const noLimits: Limiter = { take: () => null, close: () => Promise.resolve() }
