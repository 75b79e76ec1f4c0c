import { createHmac } from 'node:crypto'
import { canonicalJson } from '@rampart/platform/crypto/canonical-json.ts'
import type { Keyring } from '@rampart/platform/crypto/keys.ts'

/**
 * What tells one call from every other: HMAC-SHA-256 over the operation and its parsed input. Keyed, because an input may
 * hold what could be guessed from a plain hash.
 */
export function callDigest(keys: Keyring, operation: string, input: unknown): Buffer {
  return createHmac('sha256', keys.derive('access:approval'))
    .update(canonicalJson([operation, input]))
    .digest()
}
