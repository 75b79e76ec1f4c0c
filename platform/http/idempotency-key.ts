import { failure } from '../errors/app-error.ts'

const BARE = /^[\x21\x23-\x7e]{1,255}$/
const QUOTED = /^"([\x20\x21\x23-\x7e]{1,255})"$/

/** Reads an Idempotency-Key: a bare token or a quoted string, 1 to 255 visible characters. Null when absent. */
export function readIdempotencyKey(header: string | string[] | undefined): string | null {
  if (header === undefined) return null
  if (typeof header === 'string') {
    const quoted = QUOTED.exec(header)?.[1]
    if (quoted !== undefined) return quoted
    if (BARE.test(header)) return header
  }
  throw failure('VALIDATION_FAILED', {
    errors: [{ path: 'Idempotency-Key', message: 'Use 1 to 255 visible characters.' }],
  })
}
