import { hashToken } from '@rampart/platform/crypto/tokens.ts'

/**
 * Remembers what was read from the newest tokens, by their SHA-256, so that a signature is computed once. It says
 * nothing of time, key or session: those are looked at with every use.
 */
export function verifiedTokens<T>(limit = 5_000) {
  const entries = new Map<string, T>()
  return {
    /** What `read` said of this token before, or says now; null is not remembered. */
    get(token: string, read: () => T | null): T | null {
      const key = hashToken(token).toString('base64url')
      const known = entries.get(key)
      if (known !== undefined) return known
      const claims = read()
      if (claims === null) return null
      if (entries.size >= limit) {
        const [oldest] = entries.keys()
        if (oldest !== undefined) entries.delete(oldest)
      }
      entries.set(key, claims)
      return claims
    },
  }
}
