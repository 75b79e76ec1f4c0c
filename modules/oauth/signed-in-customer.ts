import type { HandlerContext } from '@rampart/platform/contract/handler.ts'

/** The account of the customer who calls. @throws UNAUTHENTICATED */
export function signedInCustomer(context: HandlerContext): string {
  if (context.principal.kind === 'customer') return context.principal.id
  throw context.fail('UNAUTHENTICATED')
}
