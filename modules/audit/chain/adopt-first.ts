import { readLines } from '../checkpoints/checkpoint-file.ts'
import type { AuditDeps } from '../deps.ts'
import { findHead, lockChain } from '../store/chain.ts'
import { findLastStatement } from '../store/statements.ts'
import { adoptEntries } from './adopt-entries.ts'

/**
 * Takes in the entries of a log from before there was a chain. Once only: as soon as anything was chained or signed,
 * an entry outside the chain is one that somebody put in.
 */
export async function adoptFirst(deps: AuditDeps): Promise<void> {
  if ((await findHead(deps.db)) !== null) return
  await deps.db.tx(async (tx) => {
    await lockChain(tx)
    const begun =
      (await findHead(tx)) !== null ||
      (await findLastStatement(tx)) !== null ||
      (await readLines(deps.checkpointFile)).length > 0
    if (!begun) await adoptEntries(tx, deps.auditKeys)
  })
}
