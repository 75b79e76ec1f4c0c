import type { Handler } from '@rampart/platform/contract/handler.ts'
import { hashToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, sessionLimits } from '../domain/lifetimes.ts'
import { riskLevel } from '../domain/risk.ts'
import { type Audience, audienceOf } from '../domain/roles.ts'
import { findSessionById, findSessionByToken, type SessionRow, touchSession } from '../store/sessions.ts'

/** How old the note of a session's last use may be before it is written again. */
const TOUCH_AFTER_MS = 60_000

/** Who is behind a secret and what they have proven, or null: expired, ended, forged, or meant for the other audience. */
export const authenticate =
  (deps: IdentityDeps): Handler<Identity, 'authenticate'> =>
  async ({ scheme, secret, audience }, context) => {
    const now = context.now()
    const session =
      scheme === 'bearer' ? await byAccessToken(deps, secret, now) : await bySessionToken(deps, secret, now)
    if (session === null || !opens(session, audience)) return null
    return {
      kind: session.audience === 'shop' ? 'customer' : 'staff',
      id: session.account_id,
      session_id: session.session_id,
      role: session.role,
      second_factor: session.second_factor_at !== null,
      factors: [...session.factors],
      device_known: session.device_known,
      risk: riskLevel(session.risk),
      authenticated_at: session.authenticated_at,
      email: session.email,
      full_name: session.full_name,
    }
  }

// A role that changed sides since the sign-in opens neither.
function opens(session: SessionRow, audience: Audience | 'any'): boolean {
  return (
    audienceOf(session.role) === session.audience && (audience === 'any' || audience === session.audience)
  )
}

async function byAccessToken(deps: IdentityDeps, token: string, now: Date): Promise<SessionRow | null> {
  const claims = await deps.accessTokens.read(token, now)
  if (claims === null) return null
  const id = claims.session_id
  const session = await deps.sessions.get(`id:${id}`, now, () => findSessionById(deps.db, id, now))
  if (session?.account_id !== claims.account_id || session.audience !== claims.audience) return null
  return session
}

async function bySessionToken(deps: IdentityDeps, token: string, now: Date): Promise<SessionRow | null> {
  const hash = hashToken(token)
  return deps.sessions.get(`token:${hash.toString('base64url')}`, now, async () => {
    const session = await findSessionByToken(deps.db, hash, now)
    if (session !== null && now.getTime() - Date.parse(session.last_used_at) > TOUCH_AFTER_MS) {
      await touchSession(
        deps.db,
        session.session_id,
        after(now, sessionLimits('browser', session.audience).idle),
        now,
      )
    }
    return session
  })
}
