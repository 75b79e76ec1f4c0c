import type { Tx } from '@rampart/platform/db/db.ts'
import { listStrays, queueEntries } from '../store/waiting.ts'
import type { AuditKeys } from './keys.ts'
import { arrivalMac } from './link-hash.ts'

const BATCH = 1_000

/** Lets entries that stand outside the chain wait for their place in it. Answers how many. */
export async function adoptEntries(tx: Tx, keys: AuditKeys): Promise<number> {
  let adopted = 0
  let after: string | undefined
  for (;;) {
    const strays = await listStrays(tx, BATCH, after)
    if (strays.length === 0) return adopted
    await queueEntries(
      tx,
      strays.map((entry) => ({ id: entry.id, mac: arrivalMac(keys.arrival, entry) })),
    )
    adopted += strays.length
    after = strays.at(-1)?.id
  }
}
