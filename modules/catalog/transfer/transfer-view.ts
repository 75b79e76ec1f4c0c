import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { holdsPermission } from '@rampart/platform/contract/principal.ts'
import type { TransferRow } from '../store/transfers.ts'

const KEPT_MS = 7 * 24 * 60 * 60 * 1_000

/** What nobody touched since then is removed. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_MS)

/** A transfer as its people see it. */
export function viewTransfer(row: TransferRow): RawOutputOf<Catalog, 'getTransfer'> {
  const {
    packed: _,
    parts: __,
    heading: ___,
    after: ____,
    worker: _____,
    changed_at,
    filter,
    ...transfer
  } = row
  return {
    ...transfer,
    filter,
    expires_at: new Date(Date.parse(changed_at) + KEPT_MS).toISOString(),
  }
}

/**
 * Whose transfers a reader reaches: from who they are, not from how they call. The parts of a download are fetched by
 * the server on behalf of the same person, long after the call that began it was permitted.
 */
export function readerOf({
  principal,
  fail,
}: CallContext & { fail: (code: 'FORBIDDEN') => Error }): string | null {
  if (principal.kind !== 'staff') throw fail('FORBIDDEN')
  return holdsPermission(principal.permissions, 'catalog:write') ? null : principal.id
}
