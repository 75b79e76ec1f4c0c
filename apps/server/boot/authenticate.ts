import { identity } from '@rampart/contracts/identity.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import type { Authenticate } from '@rampart/platform/http/authentication.ts'
import type { Assembly } from '@rampart/platform/module/assemble.ts'

/** A signed-in account, as pages greet it. */
export type SignedIn = { readonly id: string; readonly email: string; readonly full_name: string }

/** Asks identity who is behind a secret. */
export function authenticator(assembly: Assembly): Authenticate {
  const accounts = client(identity, assembly.linkTo('identity'), 'server')
  return async ({ scheme, secret, audience, request_id }) => {
    const found = await accounts.authenticate(backgroundContext(request_id), { scheme, secret, audience })
    if (found === null) return null
    const { kind, id, session_id, role, permissions } = found
    return kind === 'customer' ? { kind, id, session_id } : { kind, id, session_id, role, permissions }
  }
}

/** Finds the shopper behind a session cookie, with the name that pages greet them by. */
export function shopperFinder(assembly: Assembly) {
  const accounts = client(identity, assembly.linkTo('identity'), 'server')
  return async (secret: string, requestId: string): Promise<(SignedIn & { session_id: string }) | null> => {
    const found = await accounts.authenticate(backgroundContext(requestId), {
      scheme: 'session',
      secret,
      audience: 'shop',
    })
    if (found?.kind !== 'customer') return null
    return { id: found.id, session_id: found.session_id, email: found.email, full_name: found.full_name }
  }
}
