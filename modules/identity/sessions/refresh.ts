import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { hashToken, randomToken } from '@rampart/platform/crypto/tokens.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, earlier, sessionLimits } from '../domain/lifetimes.ts'
import { audienceOf } from '../domain/roles.ts'
import {
  endFamily,
  findRefreshToken,
  insertRefreshToken,
  type SpentToken,
  spendRefreshToken,
} from '../store/refresh-tokens.ts'
import { touchSession } from '../store/sessions.ts'
import { tokenPair } from '../sign-in/token-pair.ts'
import { announceSessionsChanged } from './announce.ts'

/**
 * Exchanges a refresh token. Whoever comes with one that was spent before ends the family: two hold it, and one of
 * them is not its owner. Of two calls that overlap one wins and the other is merely refused.
 */
export const refresh =
  (deps: IdentityDeps): Handler<Identity, 'refresh'> =>
  async (input, context) => {
    const began = context.now()
    const hash = hashToken(input.refresh_token)
    const token = await findRefreshToken(deps.db, hash)
    if (token?.used_at != null && new Date(token.used_at) < began) await endStolenFamily(deps, hash, context)
    if (token?.used_at !== null) throw context.fail('IDENTITY_REFRESH_INVALID')
    const renewed = await rotate(deps, hash, context)
    if (renewed === null) throw context.fail('IDENTITY_REFRESH_INVALID')
    return tokenPair(deps, renewed.spent, renewed.secret, context.now())
  }

async function rotate(
  deps: IdentityDeps,
  hash: Buffer,
  context: HandlerContext,
): Promise<{ readonly spent: SpentToken; readonly secret: string } | null> {
  const now = context.now()
  const secret = randomToken()
  return deps.db.tx(async (tx) => {
    const spent = await spendRefreshToken(tx, hash, now)
    if (spent === null || audienceOf(spent.role) !== spent.audience) return null
    const idleEnd = earlier(
      after(now, sessionLimits('program', spent.audience).idle),
      new Date(spent.expires_at),
    )
    const { session_id } = spent
    await insertRefreshToken(tx, { hash: hashToken(secret), session_id, expires_at: idleEnd }, now)
    await touchSession(tx, session_id, idleEnd, now)
    await deps.audit.record(tx, context, {
      action: 'session_renewed',
      subject_type: 'account',
      subject_id: spent.account_id,
      after: { session_id },
    })
    return { spent, secret }
  })
}

async function endStolenFamily(deps: IdentityDeps, hash: Buffer, context: HandlerContext): Promise<void> {
  await deps.db.tx(async (tx) => {
    const ended = await endFamily(tx, hash, context.now())
    if (ended === null) return
    await announceSessionsChanged(deps, tx)
    await deps.audit.record(tx, context, {
      action: 'authn_token_reuse',
      subject_type: 'account',
      subject_id: ended.account_id,
      after: { session_id: ended.session_id, ended: true },
    })
  })
}
