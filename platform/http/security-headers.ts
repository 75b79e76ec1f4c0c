import { randomBytes } from 'node:crypto'

const common = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), usb=(), browsing-topics=()',
  'x-permitted-cross-domain-policies': 'none',
  'x-dns-prefetch-control': 'off',
} as const

/** A fresh nonce for the scripts and styles of one page. */
export function newNonce(): string {
  return randomBytes(18).toString('base64')
}

/** The policy of answers that are data: nothing in them may run or be framed. */
export const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** The policy of a front end's files: a worker among them may load and ask for what is here, nothing may frame them. */
export const FILE_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * Headers that stand on every answer unless its handler says otherwise: an answer that nobody thought of runs nothing and
 * is kept by nobody. HSTS only where the shop is served over HTTPS. `embeds`: whether pages may hold a frame of somebody
 * else who did not agree to it, as Google's check for robots does not.
 */
export function baseHeaders(publicUrl: string, embeds = false): Readonly<Record<string, string>> {
  return {
    ...common,
    ...(embeds ? {} : { 'cross-origin-embedder-policy': 'require-corp' }),
    'content-security-policy': DATA_POLICY,
    'cache-control': 'no-store',
    ...(publicUrl.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains; preload' }
      : {}),
  }
}

const GOOGLE_RECAPTCHA = [
  'https://www.google.com/recaptcha/',
  'https://www.gstatic.com/recaptcha/',
  'https://recaptcha.google.com/recaptcha/',
]

/** Sources of somebody else whose own form stands on a page. Its script comes in by the trust of ours. */
export type Outside = {
  readonly frames: readonly string[]
  readonly requests: readonly string[]
  readonly pictures: readonly string[]
}

/**
 * What else the headers of such a page say: the frames never agreed to be embedded, and their windows must find the way
 * back to the page that opened them. Null: the header is left out.
 */
export const embeddingHeaders = {
  'cross-origin-embedder-policy': null,
  'cross-origin-opener-policy': 'same-origin-allow-popups',
} as const

/**
 * The policy of a page: scripts and styles by nonce alone, everything else from this origin. `formTargets` are further
 * sources that its forms may lead to: some browsers hold every redirect after a form against them. `recaptcha`: whether
 * Google's check for robots may run; its script comes in by the trust of ours, its frame and requests by name. `outside`:
 * somebody whose form stands on this page alone.
 */
export function pagePolicy(
  nonce: string,
  formTargets: readonly string[] = [],
  recaptcha = false,
  outside: Outside = { frames: [], requests: [], pictures: [] },
): string {
  const google = recaptcha ? GOOGLE_RECAPTCHA : []
  const frames = [...google, ...outside.frames]
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    ["img-src 'self' data: blob:", ...google, ...outside.pictures].join(' '),
    "font-src 'self'",
    ["connect-src 'self'", ...google, ...outside.requests].join(' '),
    ...(frames.length === 0 ? [] : [['frame-src', ...frames].join(' ')]),
    "manifest-src 'self'",
    "worker-src 'self'",
    ["form-action 'self'", ...formTargets].join(' '),
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
