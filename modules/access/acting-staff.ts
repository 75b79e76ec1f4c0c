import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'

/** The member of staff who makes a call. @throws UNAUTHENTICATED */
export function actingStaff(context: HandlerContext): StaffPrincipal {
  if (context.principal.kind === 'staff') return context.principal
  throw context.fail('UNAUTHENTICATED')
}
