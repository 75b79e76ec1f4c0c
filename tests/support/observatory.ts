/**
 * Mozilla's HTTP Observatory, as far as an answer alone can be scored: the published modifiers of
 * https://developer.mozilla.org/observatory/docs/tests_and_scoring. Bonuses count from 90 points on; A+ begins at 100.
 */
export type Scored = {
  readonly score: number
  readonly grade: 'A+' | 'less'
  readonly lost: readonly string[]
}

type Headers = Readonly<Record<string, string | string[] | number | undefined>>
type Mark = readonly [modifier: number, what: string]

const SIX_MONTHS = 15_768_000
const PRIVATE_REFERRER = /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/

/** Scores an answer of a shop that is served over HTTPS. `html`: the page, where it is one. */
export function observe(headers: Headers, html = ''): Scored {
  const of = (name: string): string => [headers[name] ?? ''].flat().join(', ')
  const policy = directives(of('content-security-policy'))
  const marks: Mark[] = [
    contentSecurityPolicy(policy),
    cookies([headers['set-cookie'] ?? []].flat().map(String)),
    of('access-control-allow-credentials') === ''
      ? [0, 'cors']
      : [-50, 'cross-origin-resource-sharing-implemented-with-universal-access'],
    referrer(of('referrer-policy')),
    transport(of('strict-transport-security')),
    integrity(html),
    of('x-content-type-options') === 'nosniff'
      ? [0, 'nosniff']
      : [-5, 'x-content-type-options-not-implemented'],
    policy.has('frame-ancestors') ? [5, 'x-frame-options-via-csp'] : [-20, 'x-frame-options-not-implemented'],
    /^same-(origin|site)$/.test(of('cross-origin-resource-policy'))
      ? [10, 'corp']
      : [0, 'corp-not-implemented'],
  ]
  const sum = (list: readonly Mark[]): number => list.reduce((total, [modifier]) => total + modifier, 0)
  const lost = marks.filter(([modifier]) => modifier < 0)
  const base = 100 + sum(lost)
  const score = base >= 90 ? 100 + sum(marks) : base
  return { score, grade: score >= 100 ? 'A+' : 'less', lost: lost.map(([, what]) => what) }
}

function directives(policy: string): Map<string, string[]> {
  const parts = policy.split(';').map((part) => part.trim().split(/\s+/))
  return new Map(
    parts.filter(([name]) => name !== '').map(([name = '', ...sources]) => [name.toLowerCase(), sources]),
  )
}

function contentSecurityPolicy(policy: Map<string, string[]>): Mark {
  if (policy.size === 0) return [-25, 'csp-not-implemented']
  const sources = (name: string): string[] => policy.get(name) ?? policy.get('default-src') ?? ['*']
  const active = [...sources('script-src'), ...sources('object-src')]
  const guarded = active.some((source) => /^'(nonce|sha\d+)-/.test(source))
  if (active.some((source) => source === "'unsafe-inline'" && !guarded))
    return [-20, 'csp-implemented-with-unsafe-inline']
  if (active.some((source) => /^(\*|https?:|data:)$/.test(source)))
    return [-20, 'csp-implemented-with-unsafe-inline']
  if ([...policy.values()].flat().some((source) => /^http:/.test(source)))
    return [-20, 'csp-implemented-with-insecure-scheme']
  if (active.includes("'unsafe-eval'")) return [-10, 'csp-implemented-with-unsafe-eval']
  if (sources('style-src').includes("'unsafe-inline'"))
    return [0, 'csp-implemented-with-unsafe-inline-in-style-src-only']
  return policy.get('default-src')?.join(' ') === "'none'"
    ? [10, 'csp-implemented-with-no-unsafe-default-src-none']
    : [5, 'csp-implemented-with-no-unsafe']
}

function cookies(lines: readonly string[]): Mark {
  if (lines.length === 0) return [0, 'cookies-not-found']
  if (lines.some((line) => !/; ?secure/i.test(line))) return [-40, 'cookies-session-without-secure-flag']
  if (lines.some((line) => !/; ?httponly/i.test(line))) return [-30, 'cookies-session-without-httponly-flag']
  return lines.every((line) => /; ?samesite=(lax|strict)/i.test(line))
    ? [5, 'cookies-secure-with-httponly-sessions-and-samesite']
    : [0, 'cookies-secure-with-httponly-sessions']
}

function referrer(value: string): Mark {
  if (value === '') return [0, 'referrer-policy-not-implemented']
  return PRIVATE_REFERRER.test(value) ? [5, 'referrer-policy-private'] : [-5, 'referrer-policy-unsafe']
}

function transport(value: string): Mark {
  const age = Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0)
  if (age === 0) return [-20, 'hsts-not-implemented']
  return age >= SIX_MONTHS ? [0, 'hsts'] : [-10, 'hsts-implemented-max-age-less-than-six-months']
}

function integrity(html: string): Mark {
  const elsewhere = [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].filter(([, src = '']) =>
    /^(\w+:)?\/\//.test(src),
  )
  return elsewhere.length === 0
    ? [0, 'sri']
    : [-5, 'sri-not-implemented-but-external-scripts-loaded-securely']
}
