import { safeEqual, sign } from '@rampart/platform/crypto/tokens.ts'

type Cookies = {
  readonly session: string | null
  /** Whose token may change while a page is looked at; null when nobody is signed in. */
  readonly sessionId: string | null
  readonly guest: string | null
}

/** The token that forms of a page carry, and the check of one that came back. */
export type FormTokens = { readonly issued: string; check(token: string): boolean }

/**
 * Tokens follow from the cookie that the next request will bring. One made for a cookie that the browser still holds
 * stays good when the session ends or a cart begins in between; one of somebody signed in also when the session is
 * given another cookie. The one of visitors without any cookie is the same for all, so it counts for nobody who is
 * signed in.
 */
export function formTokens(key: Buffer, { session, sessionId, guest }: Cookies): FormTokens {
  const signedIn = sessionId !== null
  const current = [signedIn ? session : guest, sessionId].filter((subject) => subject !== null)
  const accepted = [session, sessionId, guest, signedIn ? null : 'guest']
    .filter((subject) => subject !== null)
    .map((subject) => sign(key, subject))
  return {
    issued: (current.length === 0 ? ['guest'] : current).map((subject) => sign(key, subject)).join('.'),
    check: (token) =>
      token.split('.', 2).some((part) => accepted.some((signature) => safeEqual(part, signature))),
  }
}
