import type { AccessClaims } from '../sessions/access-tokens.ts'
import type { IdentityDeps } from '../deps.ts'
import { ACCESS_TOKEN_SECONDS } from '../domain/lifetimes.ts'

/** The answer to a program that signed in or refreshed. */
export async function tokenPair(deps: IdentityDeps, claims: AccessClaims, refreshToken: string, now: Date) {
  return {
    access_token: await deps.accessTokens.issue(claims, now),
    refresh_token: refreshToken,
    token_type: 'bearer' as const,
    expires_in: ACCESS_TOKEN_SECONDS,
  }
}
