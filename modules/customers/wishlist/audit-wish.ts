import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { CustomersDeps } from '../deps.ts'

type Change =
  | 'wish_added'
  | 'wishes_merged'
  | 'wish_removed'
  | 'wish_moved_to_cart'
  | 'notice_wanted'
  | 'notice_withdrawn'

/** Leaves the entry of a change to a wishlist, by ids alone. */
export async function auditWish(
  deps: CustomersDeps,
  tx: Tx,
  context: CallContext,
  owner: string,
  { change, ...after }: { readonly change: Change; readonly [fact: string]: unknown },
): Promise<void> {
  await deps.audit.record(tx, context, {
    action: `customers.${change}`,
    subject_type: 'wishlist',
    subject_id: owner,
    after,
  })
}
