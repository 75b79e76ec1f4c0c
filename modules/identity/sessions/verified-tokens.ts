import { hash } from 'node:crypto'

/**
 * Remembers what was read from the newest tokens, by their SHA-256, so that a signature is computed once. It says
 * nothing of time, key or session: those are looked at with every use.
 */
export function verifiedTokens<T>(limit = 5_000) {
  const entries = new Map<string, T>()
  const keyOf = (token: string): string => hash('sha256', token, 'base64')
  return {
    get: (token: string): T | undefined => entries.get(keyOf(token)),
    add(token: string, claims: T): void {
      if (entries.size >= limit) {
        const [oldest] = entries.keys()
        if (oldest !== undefined) entries.delete(oldest)
      }
      entries.set(keyOf(token), claims)
    },
  }
}
