import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'

/** Whose files a call reaches beside public ones. */
export type Reach = {
  /** Everybody's. */
  readonly all: boolean
  /** Their own; null: nobody's. */
  readonly person: string | null
}

/**
 * From who calls, not from how: the bytes of a download are fetched by the server on behalf of the same person, long
 * after the call that began it was permitted.
 */
export function reachOf({ principal }: Pick<CallContext, 'principal'>): Reach {
  if (principal.kind === 'staff')
    return { all: holdsPermission(principal.permissions, 'media:write'), person: principal.id }
  return { all: false, person: principal.kind === 'customer' ? principal.id : null }
}
