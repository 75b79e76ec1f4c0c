import type { Schedule } from '@rampart/platform/jobs/jobs.ts'
import { lastStatement } from '../checkpoints/write-statement.ts'
import { assertContinues, writeCheckpoint } from '../checkpoints/write-checkpoint.ts'
import type { AuditDeps } from '../deps.ts'
import { lockChain } from '../store/chain.ts'
import { BATCH, sealEntries } from './seal-entries.ts'

const SAY_AGAIN_MS = 600_000

/**
 * Chains what has arrived and signs the end of it. Where chain and checkpoints contradict each other nothing is added
 * until somebody has looked: the log goes on, and the entries wait.
 */
export const sealChain = (deps: AuditDeps): Schedule['run'] => {
  let saidAt = 0
  return async ({ now }) => {
    try {
      await sealWaiting(deps)
      await deps.db.tx((tx) => writeCheckpoint(deps, tx, now()))
    } catch (error) {
      if (performance.now() - saidAt < SAY_AGAIN_MS && saidAt > 0) return
      saidAt = performance.now()
      deps.log.error('The audit log cannot be chained. Run: rampart audit verify', { error })
    }
  }
}

/** Chains everything that waits. */
export async function sealWaiting(deps: AuditDeps): Promise<number> {
  let total = 0
  for (;;) {
    const { sealed, refused } = await deps.db.tx(async (tx) => {
      await lockChain(tx)
      const last = await lastStatement(deps, tx)
      if (last !== null) await assertContinues(tx, last.statement)
      return sealEntries(tx, deps.auditKeys)
    })
    total += sealed
    if (refused.length > 0)
      throw new Error(
        `${String(refused.length)} entries are not what arrived, such as ${String(refused[0])}.`,
      )
    if (sealed < BATCH) return total
  }
}
