import { sign } from '@rampart/platform/crypto/tokens.ts'
import type { default as Provider } from 'oidc-provider'
import { type Shopper, shopperOf } from './request-facts.ts'

type Session = Awaited<ReturnType<Provider['Session']['get']>>
type SessionClass = Provider['Session'] & (new (payload?: object) => Session)

/**
 * Makes the library read who is signed in from the shop's own session, at every request, instead of from a cookie of
 * its own: when the shop's session ends there is nobody signed in here either, and another customer is another one.
 */
export function useShopperSessions(provider: Provider, key: Buffer): void {
  const sessions = provider.Session as SessionClass
  sessions.get = async (ctx) => {
    const shopper = shopperOf(ctx.req)
    const session = shopper === null ? new sessions() : await sessionOf(sessions, key, shopper)
    const { oidc } = ctx as { oidc?: { entity(name: string, value: unknown): void } }
    oidc?.entity('Session', session)
    return session
  }
}

async function sessionOf(sessions: SessionClass, key: Buffer, shopper: Shopper): Promise<Session> {
  const id = sign(key, shopper.id)
  const found = await sessions.find<Session>(id)
  const session = found ?? new sessions({ jti: id, uid: id })
  session.accountId = shopper.id
  session.loginTs = Math.floor((shopper.authenticated_at ?? 0) / 1_000)
  // No browser is ever told this id, so there is none to renew.
  session.resetIdentifier = () => undefined
  return session
}
