import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import { canonicalJson } from '@rampart/platform/crypto/canonical-json.ts'
import type { EntryRow } from '../store/entries.ts'

/** What stands before the first entry. */
export const GENESIS = Buffer.alloc(32)

/**
 * The hash of an entry at its place: SHA-256 over canonical JSON of the position, the hash before it (hexadecimal) and
 * the entry. It needs no key, so that anybody can check an exported log against a signed checkpoint.
 */
export function linkHash(position: number, previous: Buffer, entry: EntryRow): Buffer {
  return hash('sha256', canonicalJson({ position, previous: previous.toString('hex'), entry }), 'buffer')
}

/** The mac over a hash: what keeps those who can write to the database alone from hashing anew from some place on. */
export function linkMac(key: Buffer, linked: Buffer): Buffer {
  return createHmac('sha256', key).update(linked).digest()
}

/** The mac over an entry that waits to be chained. */
export function arrivalMac(key: Buffer, entry: EntryRow): Buffer {
  return createHmac('sha256', key).update(canonicalJson(entry)).digest()
}

/** Whether two hashes or macs are the same. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right)
}
