import { access } from '@rampart/contracts/access.ts'
import { identity } from '@rampart/contracts/identity.ts'
import { oauth } from '@rampart/contracts/oauth.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { backgroundContext, type CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Authenticate } from '@rampart/platform/http/authentication.ts'
import type { Assembly } from '@rampart/platform/module/assemble.ts'
import { isApiKey, keyAuthenticator } from './authenticate-key.ts'

/** A signed-in account, as pages greet it. */
export type SignedIn = { readonly id: string; readonly email: string; readonly full_name: string }

type ShopperSession = SignedIn & { readonly session_id: string; readonly authenticated_at?: number }

/** Staff who proved themselves by one factor only may set up the second, and nothing else. */
const ENROLLING = { roles: [], priority: 0, gives: [], permissions: ['identity:enrol'] }

/**
 * Asks identity who is behind a secret, and access what they may do; where identity knows nobody, whether an app acts for
 * somebody with it.
 */
export function authenticator(assembly: Assembly): Authenticate {
  const accounts = client(identity, assembly.linkTo('identity'), 'server')
  const rights = client(access, assembly.linkTo('access'), 'server')
  const apps = client(oauth, assembly.linkTo('oauth'), 'server')
  const byKey = keyAuthenticator(assembly)

  async function byApp(token: string, context: CallContext): ReturnType<Authenticate> {
    const found = await apps.authenticateApp(context, { token })
    if (found === null) return null
    const { account_id: id, connection_id, scopes } = found
    const { shopper } = await accounts.findShopper(context, { account_id: id })
    return shopper === null ? null : { kind: 'customer', id, session_id: connection_id, scopes }
  }

  return async ({ scheme, secret, audience, request_id, ip }) => {
    const context = backgroundContext(request_id)
    if (scheme === 'bearer' && isApiKey(secret))
      return audience === 'shop' ? null : byKey(secret, ip, context)
    const found = await accounts.authenticate(context, { scheme, secret, audience })
    if (found === null) return scheme === 'bearer' && audience !== 'staff' ? byApp(secret, context) : null
    const { kind, id, session_id, role, factors, device_known, risk } = found
    const proof = { ...proofOf(found.authenticated_at), factors, device_known, risk }
    if (kind === 'customer') return { kind, id, session_id, ...proof }
    const standing = found.second_factor
      ? await rights.standingOf(context, { account_id: id, role })
      : ENROLLING
    return { kind, id, session_id, ...proof, role, ...standing }
  }
}

/** Finds the shopper behind a session cookie, with the name that pages greet them by. */
export function shopperFinder(assembly: Assembly) {
  const accounts = client(identity, assembly.linkTo('identity'), 'server')
  return async (secret: string, requestId: string): Promise<ShopperSession | null> => {
    const found = await accounts.authenticate(backgroundContext(requestId), {
      scheme: 'session',
      secret,
      audience: 'shop',
    })
    if (found?.kind !== 'customer') return null
    const { id, session_id, email, full_name } = found
    return { id, session_id, email, full_name, ...proofOf(found.authenticated_at) }
  }
}

function proofOf(moment: string | null): { readonly authenticated_at?: number } {
  return moment === null ? {} : { authenticated_at: Date.parse(moment) }
}
