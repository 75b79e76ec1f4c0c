import type { Queryable } from '@rampart/platform/db/db.ts'
import { arrivalMac, sameBytes } from '../chain/link-hash.ts'
import type { AuditDeps } from '../deps.ts'
import { listWaiting } from '../store/chain.ts'
import { type Amounts, countAll, listStrays } from '../store/waiting.ts'
import type { Problem } from './problem.ts'

const MOST_WAITING = 5_000

/** Looks at what is not in the chain: entries that wait, and entries that nobody chained. */
export async function checkOutside(
  deps: AuditDeps,
  q: Queryable,
): Promise<{ readonly amounts: Amounts; readonly problem: Problem | null }> {
  const amounts = await countAll(q)
  for (const { entry_id, mac, entry } of await listWaiting(q, MOST_WAITING)) {
    if (entry === null) return { amounts, problem: outside(entry_id, 'An entry that waited is gone.') }
    if (!sameBytes(mac, arrivalMac(deps.auditKeys.arrival, entry)))
      return { amounts, problem: outside(entry_id, 'An entry that waits to be chained was changed.') }
  }
  // Where nothing was removed and nothing put in, the numbers agree.
  if (amounts.entries === amounts.chained + amounts.waiting) return { amounts, problem: null }
  const [stray] = await listStrays(q, 1)
  if (stray === undefined) return { amounts, problem: null }
  return { amounts, problem: outside(stray.id, 'An entry was put in that did not arrive by an event.') }
}

function outside(entry_id: string, why: string): Problem {
  return { position: null, entry_id, why }
}
