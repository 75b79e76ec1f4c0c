import type { HandlerContext } from '@rampart/platform/contract/handler.ts'

/** The customer who calls. @throws FORBIDDEN for anybody else */
export function ownerOf(context: HandlerContext): string {
  if (context.principal.kind !== 'customer') throw context.fail('FORBIDDEN')
  return context.principal.id
}
