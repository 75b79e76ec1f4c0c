import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { after, sessionLimits } from '../domain/lifetimes.ts'
import { factorsOf } from '../domain/proofs.ts'
import type { Audience } from '../domain/roles.ts'
import { insertRefreshToken } from '../store/refresh-tokens.ts'
import { insertSession } from '../store/sessions.ts'
import { placeOf } from './place-of.ts'
import type { RecognisedDevice } from './recognise-device.ts'

const MAX_USER_AGENT = 300

/** A session just opened. `secret` is a browser's session token or a program's first refresh token. */
export type OpenedSession = {
  readonly id: string
  readonly secret: string
  readonly expires_at: Date
  readonly secondFactorAt: Date | null
  /** What called, and its country where that is known. */
  readonly user_agent: string | null
  readonly place: string | null
}

/** Opens a session for somebody whose credentials were checked. */
export async function openSession(
  tx: Tx,
  begin: {
    readonly account: { readonly id: string }
    readonly kind: { readonly scheme: 'browser' | 'program'; readonly audience: Audience }
    readonly method: string
    readonly device: RecognisedDevice | null
    readonly authenticatedAt: Date | null
    readonly secondFactorAt: Date | null
    readonly score: number
  },
  context: CallContext,
  now: Date,
): Promise<OpenedSession> {
  const { account, kind } = begin
  const limits = sessionLimits(kind.scheme, kind.audience)
  const session = {
    id: newId(),
    secret: randomToken(),
    expires_at: after(now, limits.absolute),
    secondFactorAt: begin.secondFactorAt,
    user_agent: context.user_agent?.slice(0, MAX_USER_AGENT) ?? null,
    place: await placeOf(context),
  }
  const hash = hashToken(session.secret)
  const idleEnd = after(now, limits.idle)
  await insertSession(
    tx,
    {
      id: session.id,
      account_id: account.id,
      audience: kind.audience,
      token_hash: kind.scheme === 'browser' ? hash : null,
      ip: context.ip,
      user_agent: session.user_agent,
      authenticated_at: begin.authenticatedAt,
      second_factor_at: begin.secondFactorAt,
      method: begin.method,
      factors: factorsOf(begin.method),
      device_known: begin.device?.known ?? false,
      risk: begin.score,
      device_hash: begin.device?.marks.token ?? null,
      place: session.place,
      idle_expires_at: idleEnd,
      expires_at: session.expires_at,
    },
    now,
  )
  if (kind.scheme === 'program') {
    await insertRefreshToken(tx, { hash, session_id: session.id, expires_at: idleEnd }, now)
  }
  return session
}
