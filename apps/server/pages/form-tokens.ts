import { safeEqual, sign } from '@rampart/platform/crypto/tokens.ts'

type Cookies = {
  readonly session: string | null
  readonly guest: string | null
  /** Whether the session still lasts. */
  readonly signedIn: boolean
}

/** The token that forms of a page carry, and the check of one that came back. */
export type FormTokens = { readonly issued: string; check(token: string): boolean }

/**
 * Tokens follow from the cookie that the next request will bring. One made for a cookie that the browser still holds
 * stays good when the session ends or a cart begins in between; the one of visitors without any cookie is the same
 * for all, so it counts for nobody who is signed in.
 */
export function formTokens(key: Buffer, { session, guest, signedIn }: Cookies): FormTokens {
  const current = signedIn ? session : guest
  const accepted = [session, guest, signedIn ? null : 'guest'].filter((subject) => subject !== null)
  return {
    issued: sign(key, current ?? 'guest'),
    check: (token) => accepted.some((subject) => safeEqual(token, sign(key, subject))),
  }
}
