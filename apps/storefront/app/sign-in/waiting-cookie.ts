/** A sign-in that waits for its second factor. Lives in a cookie, so that no address bar or log shows it. */
export type WaitingSignIn = { mfa_token: string; methods: string[]; next: string }

const NAME = 'waiting_sign_in'
const MAX_LENGTH = 2_000

/** Reads the sign-in that waits in the browser of a request. */
export function readWaiting(request: Request): WaitingSignIn | null {
  const pair = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${NAME}=`))
  const value = pair?.slice(NAME.length + 1) ?? ''
  if (value === '' || value.length > MAX_LENGTH) return null
  try {
    const found = JSON.parse(decodeURIComponent(value)) as Partial<
      Record<keyof WaitingSignIn, unknown>
    > | null
    const { mfa_token, methods, next } = found ?? {}
    if (typeof mfa_token !== 'string' || !Array.isArray(methods) || typeof next !== 'string') return null
    return { mfa_token, methods: methods.map(String), next }
  } catch {
    return null
  }
}

/**
 * The header that keeps it as long as it is good, for the sign-in pages alone; null forgets it. Lax: whoever comes back
 * from a provider is led to those pages by another site.
 */
export function waitingCookie(
  waiting: WaitingSignIn | null,
  seconds: number,
  publicUrl: string,
): Record<'Set-Cookie', string> {
  const value = waiting === null ? '' : encodeURIComponent(JSON.stringify(waiting))
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  return {
    'Set-Cookie': `${NAME}=${value}; Path=/sign-in; Max-Age=${String(seconds)}; HttpOnly; SameSite=Lax${secure}`,
  }
}
