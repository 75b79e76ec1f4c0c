import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Queryable } from '@rampart/platform/db/db.ts'
import type { AccessDeps } from '../deps.ts'
import { findHeights } from '../store/assignments.ts'
import { holdRoles } from '../store/lock.ts'

const AT_ONCE = 500

/**
 * Tells identity that people are about to stand higher, before the transaction in which they do is committed: at no
 * moment does somebody stand higher than identity knows.
 */
export async function raiseHeights(
  deps: AccessDeps,
  tx: Queryable,
  accounts: readonly string[],
  context: CallContext,
  now: Date,
): Promise<void> {
  await tell(deps, tx, { accounts, at_least: true }, context, now)
}

/** Tells identity how high people stand, once a change by which they may stand lower is committed. */
export async function settleHeights(
  deps: AccessDeps,
  accounts: readonly string[],
  context: CallContext,
  now: Date,
): Promise<void> {
  if (accounts.length === 0) return
  await deps.db.tx(async (tx) => {
    await holdRoles(tx)
    await tell(deps, tx, { accounts, at_least: false }, context, now)
  })
}

async function tell(
  deps: AccessDeps,
  q: Queryable,
  { accounts, at_least }: { readonly accounts: readonly string[]; readonly at_least: boolean },
  context: CallContext,
  now: Date,
): Promise<void> {
  for (let done = 0; done < accounts.length; done += AT_ONCE) {
    const items = await findHeights(q, accounts.slice(done, done + AT_ONCE), now)
    await deps.clients.identity.setExtraPriority(context, { items, at_least })
  }
}
