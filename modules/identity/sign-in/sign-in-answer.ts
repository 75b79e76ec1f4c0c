import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { IdentityDeps } from '../deps.ts'
import { PENDING_SIGN_IN_MS } from '../domain/lifetimes.ts'
import type { Audience } from '../domain/roles.ts'
import { accountView } from '../profile/account-view.ts'
import type { SignInResult } from './complete-sign-in.ts'
import { tokenPair } from './token-pair.ts'

type Session = Extract<SignInResult, { kind: 'session' }>
type Mfa = Extract<SignInResult, { kind: 'mfa' }>

/** What a sign-in that is not at its end answers. */
export function mfaAnswer({ token, methods }: Mfa) {
  return {
    mfa_required: true as const,
    mfa_token: token,
    methods: [...methods],
    expires_in: PENDING_SIGN_IN_MS / 1_000,
  }
}

/** What a program gets that signed in. */
export async function programAnswer(
  deps: IdentityDeps,
  { account, session }: Session,
  audience: Audience,
  now: Date,
) {
  const claims = { account_id: account.id, session_id: session.id, audience }
  return tokenPair(deps, claims, session.secret, now)
}

/** What a browser gets that signed in. `expires_at` is when the session ends at the latest. */
export function browserAnswer({ account, session }: Session, audience: Audience) {
  return {
    session_token: session.secret,
    audience,
    account: accountView(account, { enrolled: audience === 'shop' || session.secondFactorAt !== null }),
    expires_at: session.expires_at.toISOString(),
  }
}

/** The answer to a sign-in that came to its end by a second step. */
export async function finalAnswer(
  deps: IdentityDeps,
  result: Session,
  kind: { readonly scheme: 'browser' | 'program'; readonly audience: Audience },
  context: CallContext & { readonly now: () => Date },
) {
  return kind.scheme === 'browser'
    ? browserAnswer(result, kind.audience)
    : programAnswer(deps, result, kind.audience, context.now())
}
