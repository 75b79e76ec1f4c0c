import type { Tx } from '@rampart/platform/db/db.ts'
import type { PricingDeps } from '../deps.ts'
import { raiseRevision } from '../store/revision.ts'

/** Changes what is priced by: all processes read it anew within a second, this one with the next cart. */
export async function changeRules<T>(deps: PricingDeps, change: (tx: Tx) => Promise<T>): Promise<T> {
  const done = await deps.db.tx(async (tx) => {
    const result = await change(tx)
    await raiseRevision(tx)
    return result
  })
  deps.rules.forget()
  return done
}
