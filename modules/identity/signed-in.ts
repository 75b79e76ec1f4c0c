import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { CustomerPrincipal, StaffPrincipal } from '@rampart/platform/contract/principal.ts'

/** Somebody with a session. */
export type SignedIn = CustomerPrincipal | StaffPrincipal

/** The principal of a call that only signed-in people can make. @throws UNAUTHENTICATED */
export function signedIn(context: HandlerContext): SignedIn {
  const { principal } = context
  if (principal.kind === 'customer' || principal.kind === 'staff') return principal
  throw context.fail('UNAUTHENTICATED')
}
