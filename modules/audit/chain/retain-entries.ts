import type { Schedule } from '@rampart/platform/jobs/jobs.ts'
import { lastStatement, writeStatement } from '../checkpoints/write-statement.ts'
import { assertContinues } from '../checkpoints/write-checkpoint.ts'
import type { AuditDeps } from '../deps.ts'
import { findHead, findLink, lockChain } from '../store/chain.ts'
import { deleteBefore, findCutPosition, lastCutPosition } from '../store/retention.ts'

const DAY_MS = 86_400_000
const PER_TURN = 20_000

/**
 * Removes entries that are older than the shop wants to keep them: always a whole beginning of the chain, after a
 * signed statement that says where it ends, so that what is left verifies from there. Without a setting nothing goes.
 */
export const retainEntries =
  (deps: AuditDeps): Schedule['run'] =>
  async ({ call, now }) => {
    const days = deps.settings.audit_retention_days
    if (days === null) return
    const moment = new Date(now().getTime() - days * DAY_MS)
    await finishCut(deps)
    const cut = await deps.db.tx(async (tx) => {
      await lockChain(tx)
      const last = await lastStatement(deps, tx)
      const head = await findHead(tx)
      // Only what a checkpoint has proven goes, and never the last link: the chain goes on from it.
      if (last === null || head === null) return null
      await assertContinues(tx, last.statement)
      const old = await findCutPosition(tx, moment, PER_TURN)
      const position = Math.min(old ?? 0, head.position - 1, last.statement.position)
      const before = await lastCutPosition(tx)
      const link = position > before ? await findLink(tx, position) : null
      if (link === null) return null
      const at = now().toISOString()
      const claim = { kind: 'cut' as const, position, hash: link.hash.toString('hex'), at }
      await writeStatement(deps, tx, { ...claim, count: head.position - position }, last)
      await deps.audit.record(tx, call, {
        action: 'audit.retention-cut',
        subject_type: 'audit_log',
        subject_id: 'entries',
        after: { entries: position - before, older_than: moment.toISOString() },
      })
      return position
    })
    if (cut !== null) await finishCut(deps)
  }

/** Removes what a statement says is gone, also after a crash between the two. */
async function finishCut(deps: AuditDeps): Promise<void> {
  await deps.db.tx(async (tx) => {
    await lockChain(tx)
    await lastStatement(deps, tx)
    await deleteBefore(tx, await lastCutPosition(tx))
  })
}
