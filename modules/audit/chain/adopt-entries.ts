import type { Tx } from '@rampart/platform/db/db.ts'
import { listStrays, queueEntry } from '../store/waiting.ts'
import type { AuditKeys } from './keys.ts'
import { arrivalMac } from './link-hash.ts'

const BATCH = 1_000

/** Lets entries that stand outside the chain wait for their place in it. Answers how many. */
export async function adoptEntries(tx: Tx, keys: AuditKeys): Promise<number> {
  let adopted = 0
  for (;;) {
    const strays = await listStrays(tx, BATCH)
    for (const entry of strays) await queueEntry(tx, entry.id, arrivalMac(keys.arrival, entry))
    adopted += strays.length
    if (strays.length < BATCH) return adopted
  }
}
