import type { z } from 'zod'
import type { ExternalProblem } from '@rampart/contracts/identity/external.ts'
import type { Audience } from '../domain/roles.ts'
import type { SignInResult } from '../sign-in/complete-sign-in.ts'

export type Problem = z.infer<typeof ExternalProblem>

type Waiting = Extract<SignInResult, { kind: 'mfa' }>

const NO_SESSION = { session_token: null, expires_at: null }

/** Sends a browser elsewhere without a session. */
export function away(audience: Audience, location: string) {
  return { location, audience, ...NO_SESSION }
}

/** Back to the sign-in page, which says why. Nothing that a provider wrote comes along. */
export function backToSignIn(audience: Audience, problem: Problem, next?: string) {
  const query = new URLSearchParams({ problem, ...(next === undefined ? {} : { next }) })
  return away(audience, `${audience === 'shop' ? '' : '/admin'}/sign-in?${query.toString()}`)
}

/** Back to the page of the account's security. */
export function backToSecurity(audience: Audience, outcome: Readonly<Record<string, string>>) {
  const page = audience === 'shop' ? '/account/security' : '/admin/security'
  return away(audience, `${page}?${new URLSearchParams(outcome).toString()}#connected`)
}

/** The token of a sign-in that waits opens nothing by itself and ends with its use, or after five minutes. */
function secondStep(audience: Audience, next: string, { token, methods }: Waiting): string {
  const fields = new URLSearchParams({ mfa_token: token, methods: methods.join(' '), next }).toString()
  // The back office reads what stands behind the # and takes it away; the shop moves it into a cookie.
  return audience === 'shop' ? `/sign-in/external?${fields}` : `/admin/sign-in#${fields}`
}

/** On, with a session; or to where the second factor is asked for. */
export function onward(audience: Audience, next: string, result: SignInResult) {
  if (result.kind === 'mfa') return away(audience, secondStep(audience, next, result))
  const location =
    audience === 'shop' ? `/sign-in/done?${new URLSearchParams({ next }).toString()}` : `/admin${next}`
  return {
    location,
    audience,
    session_token: result.session.secret,
    expires_at: result.session.expires_at.toISOString(),
  }
}
