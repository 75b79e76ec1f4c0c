import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { CartDeps } from './deps.ts'

/** Records a customer's edit of their cart. What guests do to theirs is nobody's to look up, and is not recorded. */
export async function auditEdit(
  deps: CartDeps,
  tx: Tx,
  context: CallContext,
  edit: { readonly action: `cart.${string}`; readonly cart_id: string; readonly after: unknown },
): Promise<void> {
  if (context.principal.kind !== 'customer') return
  await deps.audit.record(tx, context, {
    action: edit.action,
    subject_type: 'cart',
    subject_id: edit.cart_id,
    after: edit.after,
  })
}
