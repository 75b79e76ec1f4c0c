import type { FastifyRequest } from 'fastify'
import { type AppError, failure } from '../errors/app-error.ts'

/** Headers that decide something and therefore may stand in a request once. Node.js keeps the first of several. */
const ONCE = new Set(['host', 'authorization', 'content-type', 'content-length', 'idempotency-key', 'origin'])
const LENGTHS = new Set([...ONCE].map((name) => name.length))

/**
 * Refuses requests that two readers could read in two ways: a header that decides something given twice (RFC 9112, 3.2
 * asks this for Host), and a target that is not a path, as only proxies are sent.
 */
export function ambiguityOf({ raw }: Pick<FastifyRequest, 'raw'>): AppError | null {
  if (raw.url?.startsWith('/') !== true) return failure('VALIDATION_FAILED')
  const { rawHeaders } = raw
  let seen: Set<string> | null = null
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    if (!LENGTHS.has(name.length)) continue
    const plain = name.toLowerCase()
    if (!ONCE.has(plain)) continue
    seen ??= new Set()
    if (seen.has(plain))
      return failure('VALIDATION_FAILED', { errors: [{ path: plain, message: 'Send this header once.' }] })
    seen.add(plain)
  }
  return null
}
