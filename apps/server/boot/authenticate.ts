import { identity } from '@rampart/contracts/identity.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import type { Authenticate } from '@rampart/platform/http/authentication.ts'
import type { Assembly } from '@rampart/platform/module/assemble.ts'

/** A signed-in account, as pages greet it. */
export type SignedIn = { readonly id: string; readonly email: string; readonly full_name: string }

type ShopperSession = SignedIn & { readonly session_id: string; readonly authenticated_at?: number }

/** Asks identity who is behind a secret. */
export function authenticator(assembly: Assembly): Authenticate {
  const accounts = client(identity, assembly.linkTo('identity'), 'server')
  return async ({ scheme, secret, audience, request_id }) => {
    const found = await accounts.authenticate(backgroundContext(request_id), { scheme, secret, audience })
    if (found === null) return null
    const { kind, id, session_id, role, permissions } = found
    const proof = proofOf(found.authenticated_at)
    return kind === 'customer'
      ? { kind, id, session_id, ...proof }
      : { kind, id, session_id, ...proof, role, permissions }
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
