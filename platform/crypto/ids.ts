import { randomFillSync } from 'node:crypto'

const POOL_BYTES = 1_600
const pool = Buffer.alloc(POOL_BYTES)
let offset = POOL_BYTES
let lastMs = 0
let sequence = 0

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter that keeps ids of one process in order
 * within a millisecond, 62 random bits. Not a secret: use `randomToken` where guessing must be impossible.
 */
export function newId(now: number = Date.now()): string {
  if (offset + 8 > POOL_BYTES) {
    randomFillSync(pool)
    offset = 0
  }
  const random = pool.subarray(offset, offset + 8)
  offset += 8
  if (now > lastMs) {
    lastMs = now
    sequence = random.readUInt16BE(0) & 0x07ff
  } else {
    sequence += 1
    if (sequence > 0x0fff) {
      lastMs += 1
      sequence = 0
    }
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const variant = ((random.readUInt16BE(0) & 0x3fff) | 0x8000).toString(16)
  const tail = random.subarray(2, 8).toString('hex')
  const counter = sequence.toString(16).padStart(3, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}-${tail}`
}
