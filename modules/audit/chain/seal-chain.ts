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
  let saidAt: number | undefined
  const say = (fields: Readonly<Record<string, unknown>>): void => {
    if (saidAt !== undefined && performance.now() - saidAt < SAY_AGAIN_MS) return
    saidAt = performance.now()
    deps.log.error('The audit log cannot be chained as it should. Run: rampart audit verify', fields)
  }
  return async ({ now }) => {
    try {
      const refused = await sealWaiting(deps)
      await deps.db.tx((tx) => writeCheckpoint(deps, tx, now()))
      if (refused.length > 0) say({ not_what_arrived: refused.slice(0, 5) })
    } catch (error) {
      say({ error })
    }
  }
}

/** Chains everything that waits. Answers which entries are not what arrived. */
async function sealWaiting(deps: AuditDeps): Promise<readonly string[]> {
  const all: string[] = []
  let after: string | undefined
  for (;;) {
    const { sealed, refused, last } = await deps.db.tx(async (tx) => {
      await lockChain(tx)
      const signed = await lastStatement(deps, tx)
      if (signed !== null) await assertContinues(tx, signed.statement)
      // What was taken off the queue leaves dead rows behind: from its beginning each batch would read them all again.
      return sealEntries(tx, deps.auditKeys, after)
    })
    all.push(...refused)
    if (sealed + refused.length < BATCH || last === null) return all
    after = last
  }
}
