import { isIP } from 'node:net'
import { z } from 'zod'

/** A variable that is set to nothing counts as not set, as compose files write it. */
const given = z.preprocess(
  (value) =>
    typeof value === 'string' && value.trim() === ''
      ? undefined
      : typeof value === 'string'
        ? value.trim()
        : value,
  z.string().optional(),
)

/** Reads a text into a value, or answers null when it is not one. */
type Read<T> = (text: string) => T | null

/** A variable that may be left out. What cannot be read says `<NAME> <sentence>`. */
export function optional<T>(name: string, sentence: string, read: Read<T>) {
  return given.transform((text, issues): T | null => {
    if (text === undefined) return null
    const value = read(text)
    if (value !== null) return value
    issues.addIssue(`${name} ${sentence}`)
    return z.NEVER
  })
}

/** A variable with a default. */
export function withDefault<T>(name: string, sentence: string, fallback: T, read: Read<T>) {
  return optional(name, sentence, read).transform((value): T => value ?? fallback)
}

/** A variable of a later version: refused today, so that nobody relies on what has no effect. */
export function notYet(name: string, what: string) {
  return given.transform((text, issues): null => {
    if (text !== undefined) issues.addIssue(`${name} is not supported by this version: ${what}`)
    return null
  })
}

/** A whole number within bounds. */
export const readInt =
  (min: number, max: number): Read<number> =>
  (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    return value >= min && value <= max ? value : null
  }

/** A decimal number within bounds. */
export const readNumber =
  (min: number, max: number): Read<number> =>
  (text) => {
    const value = /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
    return value >= min && value <= max ? value : null
  }

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** An ISO 4217 code. */
export function readCurrency(text: string): string | null {
  return currencies.has(text) ? text : null
}

/** ISO 4217 codes separated by commas: each once, at most twenty. */
export function readCurrencies(text: string): readonly string[] | null {
  const codes = [...new Set(text.split(',').map((part) => part.trim()))]
  return codes.length <= 20 && codes.every((code) => currencies.has(code)) ? Object.freeze(codes) : null
}

/** A URL with one of these schemes. */
export const readUrl =
  (...schemes: readonly string[]): Read<URL> =>
  (text) => {
    const url = URL.parse(text)
    return url !== null && schemes.includes(url.protocol) && url.hostname !== '' ? url : null
  }

/** Where a shop is reached: scheme, host and port alone, without a trailing slash. */
export function readOrigin(text: string): string | null {
  const url = readUrl('http:', 'https:')(text)
  if (url === null) return null
  const plain =
    url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  return plain ? url.origin : null
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Origins separated by commas, written as browsers send them; http on this machine alone. */
export function readOrigins(text: string): readonly string[] | null {
  const origins = text.split(',').map((part) => part.trim())
  const exact = origins.every((origin) => {
    const url = URL.parse(origin)
    if (url === null || url.origin !== origin) return false
    return url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.has(url.hostname))
  })
  return exact ? Object.freeze(origins) : null
}

/** An IP address or a host name. */
export function readHost(text: string): string | null {
  return isIP(text) > 0 ||
    /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(text)
    ? text
    : null
}

/** What names of indexes may begin with. */
export function readIndexPrefix(text: string): string | null {
  return /^[a-z][a-z0-9_-]{0,39}$/.test(text) ? text : null
}

/** IP addresses separated by commas. */
export function readAddresses(text: string): readonly string[] | null {
  const addresses = text.split(',').map((part) => part.trim())
  return addresses.every((address) => isIP(address) > 0) ? Object.freeze(addresses) : null
}

/** A line of text of bounded length, without control characters. */
export const readLine =
  (max: number): Read<string> =>
  (text) =>
    text.length <= max && !/[\u0000-\u001f\u007f]/.test(text) ? text : null

/** An address mails can come from. */
export function readMailAddress(text: string): string | null {
  return /^[^\s@<>"',;:()]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(text) ? text : null
}

const MIN_KEY_BYTES = 32

/** Standard or URL-safe base64 of 32 bytes or more. */
export function readKey(text: string): Buffer | null {
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return null
  const key = Buffer.from(text, 'base64')
  return key.length >= MIN_KEY_BYTES ? key : null
}

/** A site key or secret of reCAPTCHA. */
export function readRecaptchaKey(text: string): string | null {
  return /^[A-Za-z0-9_-]{20,100}$/.test(text) ? text : null
}
