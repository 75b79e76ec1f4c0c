import type { HandlerContext } from '@rampart/platform/contract/handler.ts'

/** The seller who calls: their own id, whatever else they may do. */
export function sellerOf({ principal, fail }: HandlerContext): string {
  if (principal.kind !== 'staff') throw fail('FORBIDDEN')
  return principal.id
}
