/** Where an app runs. */
export type ClientKind = 'web' | 'spa' | 'native'

/** What is wrong with an address to come back to. */
export type AddressFault = 'form' | 'fragment' | 'wildcard' | 'credentials' | 'spelling' | 'scheme'

const LOOPBACK = new Set(['127.0.0.1', 'localhost'])
/** Host names hold nothing that a content security policy could read as more than a source. */
const HOST = /^[a-z0-9.-]+$/
const PRINTABLE = /^[\u0021-\u007e]+$/

/**
 * What is wrong with an address that an app of this kind wants people to come back to; null when it is safe. HTTPS,
 * plain HTTP to this very machine, and for installed apps a scheme of their own that holds a dot (RFC 8252 §7.1). It
 * must be spelt as browsers spell it, since it is compared letter by letter.
 */
export function addressFault(kind: ClientKind, text: string): AddressFault | null {
  if (!PRINTABLE.test(text) || text.includes('\\')) return 'form'
  const url = URL.parse(text)
  if (url === null) return 'form'
  if (text.includes('#')) return 'fragment'
  if (text.includes('*')) return 'wildcard'
  if (url.username !== '' || url.password !== '') return 'credentials'
  if (isWeb(url) && !HOST.test(url.hostname)) return 'form'
  if (url.href !== text) return 'spelling'
  if (url.protocol === 'https:') return kind === 'native' && LOOPBACK.has(url.hostname) ? 'scheme' : null
  if (url.protocol === 'http:') return LOOPBACK.has(url.hostname) ? null : 'scheme'
  return kind === 'native' && /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:$/.test(url.protocol) ? null : 'scheme'
}

/** An address as people recognise it: the host, or the scheme of an installed app. */
export function hostOf(address: string): string {
  const url = new URL(address)
  return isWeb(url) ? url.host : url.protocol.slice(0, -1)
}

/** The source by which a content security policy lets a form lead to an address, and to nothing beside it. */
export function policySource(address: string): string {
  const url = new URL(address)
  return isWeb(url) ? url.origin : url.protocol
}

function isWeb(url: URL): boolean {
  return url.protocol === 'https:' || url.protocol === 'http:'
}
