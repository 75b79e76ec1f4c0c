/** How far somebody is on the way to a new password. Lives in a cookie, so that no address bar or log shows it. */
export type Recovery = { email: string; token?: string; hint?: string | null }

const NAME = 'recovery'
const SECONDS = 15 * 60
const MAX_LENGTH = 1_000

/** Reads how far the browser of a request is; null when it has not begun. */
export function readRecovery(request: Request): Recovery | null {
  const pair = (request.headers.get('cookie') ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${NAME}=`))
  const value = pair?.slice(NAME.length + 1) ?? ''
  if (value === '' || value.length > MAX_LENGTH) return null
  try {
    const found = JSON.parse(decodeURIComponent(value)) as Partial<Record<keyof Recovery, unknown>> | null
    if (typeof found?.email !== 'string') return null
    return {
      email: found.email,
      ...(typeof found.token === 'string' ? { token: found.token } : {}),
      hint: typeof found.hint === 'string' ? found.hint : null,
    }
  } catch {
    return null
  }
}

/** The header that remembers it, on these pages alone; null forgets it. */
export function recoveryCookie(recovery: Recovery | null, publicUrl: string): Record<'Set-Cookie', string> {
  const value = recovery === null ? '' : encodeURIComponent(JSON.stringify(recovery))
  const secure = publicUrl.startsWith('https:') ? '; Secure' : ''
  const age = recovery === null ? 0 : SECONDS
  return {
    'Set-Cookie': `${NAME}=${value}; Path=/forgot-password; Max-Age=${String(age)}; HttpOnly; SameSite=Strict${secure}`,
  }
}
