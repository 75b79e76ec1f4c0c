import type { CallContext } from '@rampart/platform/contract/call-context.ts'

/** The account that acts, for what is booked; null where nobody is signed in. */
export function actorOf({ principal }: CallContext): string | null {
  return principal.kind === 'staff' || principal.kind === 'customer' ? principal.id : null
}
