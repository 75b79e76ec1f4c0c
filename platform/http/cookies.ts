import type { FastifyReply, FastifyRequest } from 'fastify'

/** Names of the cookies, which carry `__Host-` where the shop is served over HTTPS. */
export type CookieNames = {
  readonly shop: string
  readonly staff: string
  readonly guest: string
  readonly device: string
}

/** Reads and writes the cookies that carry credentials. All are httpOnly, SameSite=Lax and for this host alone. */
export type CredentialCookies = {
  readonly names: CookieNames
  read(request: FastifyRequest, name: keyof CookieNames): string | null
  write(reply: FastifyReply, name: keyof CookieNames, value: string, maxAgeSeconds: number): void
  clear(reply: FastifyReply, name: keyof CookieNames): void
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/

/** How long a guest's cart is remembered, in seconds: 60 days. */
export const GUEST_MAX_AGE = 60 * 24 * 60 * 60

/** How long a browser is known as the same one, in seconds: a year. */
export const DEVICE_MAX_AGE = 365 * 24 * 60 * 60

/** Makes the cookie access for a shop at this public address. */
export function credentialCookies(publicUrl: string): CredentialCookies {
  const secure = publicUrl.startsWith('https:')
  const prefix = secure ? '__Host-rampart_' : 'rampart_'
  const names: CookieNames = {
    shop: `${prefix}shop`,
    staff: `${prefix}staff`,
    guest: `${prefix}guest`,
    device: `${prefix}device`,
  }
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return {
    names,
    read: (request, name) => {
      const value = readCookie(request.headers.cookie, names[name])
      return value !== null && TOKEN.test(value) ? value : null
    },
    write: (reply, name, value, maxAgeSeconds) => {
      addCookie(reply, `${names[name]}=${value}; Max-Age=${String(maxAgeSeconds)}; ${attributes}`)
    },
    clear: (reply, name) => {
      addCookie(reply, `${names[name]}=; Max-Age=0; ${attributes}`)
    },
  }
}

/** The value of one cookie of a Cookie header, or null. The first of several with one name counts. */
export function readCookie(header: string | undefined, name: string): string | null {
  if (header === undefined) return null
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}

function addCookie(reply: FastifyReply, line: string): void {
  const present = reply.getHeader('set-cookie')
  const lines = present === undefined ? [] : Array.isArray(present) ? present : [String(present)]
  void reply.removeHeader('set-cookie').header('set-cookie', [...lines, line])
}
