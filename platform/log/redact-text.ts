import { isSecretKey } from './secret-keys.ts'

/** What stands in the place of a secret. */
export const REDACTED = '[redacted]'

// A name, then `=` or `:`, as in query strings, headers, forms and printed objects.
const NAME = /([\w.-]{2,60})["']?\s*[=:]\s*/g
const VALUE =
  /(?:(?:Bearer|Basic)\s+)?(?:\[redacted\]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s"'&;,<>(){}[\]]+)/iy
// `randomToken` and `sign` of tokens.ts both write 43 characters of base64url. Slugs have no upper case.
const OUR_TOKEN = /(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{43}(?![\w-])/g
// Keys of programs: a prefix that says so, and a token.
const API_KEY = /(?<![\w-])rk_[\w-]{43}(?![\w-])/g
const JWT = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g
const SCHEME = /\b(Bearer|Basic)\s+[\w.~+/=-]{6,}/gi
const URL_PASSWORD = /\b([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@"']+@/gi

const MAX_LENGTH = 8_000

/** Takes secrets out of free text: tokens of ours, JWTs, passwords in URLs, `name=value` with a secret name. */
export function redactText(text: string): string {
  const cut = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}… (${text.length} characters)` : text
  const shaped = cut
    .replace(URL_PASSWORD, `$1${REDACTED}@`)
    .replace(JWT, REDACTED)
    .replace(API_KEY, REDACTED)
    .replace(OUR_TOKEN, REDACTED)
    .replace(SCHEME, `$1 ${REDACTED}`)
  return /[=:]/.test(shaped) ? redactNamed(shaped) : shaped
}

function redactNamed(text: string): string {
  let out = ''
  let done = 0
  for (const match of text.matchAll(NAME)) {
    const start = match.index + match[0].length
    if (match.index < done || !isSecretKey(match[1] ?? '')) continue
    VALUE.lastIndex = start
    const value = VALUE.exec(text)
    if (value === null) continue
    out += text.slice(done, start) + REDACTED
    done = start + value[0].length
  }
  return out + text.slice(done)
}
