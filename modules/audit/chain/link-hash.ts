import { createHmac, hash, type KeyObject, timingSafeEqual } from 'node:crypto'
import type { EntryRow } from '../store/entries.ts'
import { entryText } from './entry-text.ts'

/** What stands before the first entry. */
export const GENESIS = Buffer.alloc(32)

/**
 * The hash of an entry at its place: SHA-256 over canonical JSON of `{ entry, position, previous }`, where `previous` is
 * the hash before it, hexadecimal. It needs no key, so that anybody can check an exported log against a signed checkpoint.
 */
export function linkHash(position: number, previous: Buffer, entry: EntryRow): Buffer {
  const place = `"position":${String(position)},"previous":"${previous.toString('hex')}"`
  return hash('sha256', `{"entry":${entryText(entry)},${place}}`, 'buffer')
}

/** The mac over a hash: what keeps those who can write to the database alone from hashing anew from some place on. */
export function linkMac(key: KeyObject, linked: Buffer): Buffer {
  return createHmac('sha256', key).update(linked).digest()
}

/** The mac over an entry that waits to be chained. */
export function arrivalMac(key: KeyObject, entry: EntryRow): Buffer {
  return createHmac('sha256', key).update(entryText(entry)).digest()
}

/** Whether two hashes or macs are the same. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right)
}
