import { access } from '@rampart/contracts/access.ts'
import { client } from '@rampart/platform/contract/client.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import type { Assembly } from '@rampart/platform/module/assemble.ts'

/** Whether a bearer token says of itself that it is an API key. */
export function isApiKey(secret: string): boolean {
  return secret.startsWith('rk_')
}

/**
 * Asks access whom an API key acts for. A key has proven nothing but itself: it is never fresh, and no device stands
 * behind it.
 */
export function keyAuthenticator(assembly: Assembly) {
  const keys = client(access, assembly.linkTo('access'), 'server')
  return async (key: string, ip: string | null, context: CallContext): Promise<StaffPrincipal | null> => {
    const found = await keys.authenticateKey(context, { key, ip })
    if (found === null) return null
    const { account_id, key_id, ...standing } = found
    return {
      kind: 'staff',
      id: account_id,
      session_id: key_id,
      ...standing,
      factors: ['api_key'],
      device_known: false,
      risk: 'low',
      api_key_id: key_id,
    }
  }
}
