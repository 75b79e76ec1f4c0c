import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import { readLines, replaceLines } from '../checkpoints/checkpoint-file.ts'
import { parseStatement, type Statement } from '../checkpoints/statement.ts'
import { lastStatement, writeStatement } from '../checkpoints/write-statement.ts'
import type { AuditDeps } from '../deps.ts'
import { findHead, listWaiting, lockChain } from '../store/chain.ts'
import { insertStatements, listStatements } from '../store/statements.ts'
import { countAll, dropWaiting } from '../store/waiting.ts'
import { readTestimony } from '../verify/check-statements.ts'
import { verifyWhole } from '../verify/verify-whole.ts'
import { adoptEntries } from './adopt-entries.ts'
import { arrivalMac, GENESIS, sameBytes } from './link-hash.ts'

const MOST_KNOWN = 1_000

/**
 * Accepts the log as it is, after a restored backup or once an alarm was looked into: makes the file of checkpoints
 * and its copy whole again from whatever is signed, takes in entries that stand outside the chain, and signs what
 * was accepted and why. Nothing is forgotten: the lines from before stay, and every check counts the restarts.
 */
export const restartChain =
  (deps: AuditDeps): Handler<Audit, 'restartChain'> =>
  async ({ reason }, context) => {
    const known: number[] = []
    await verifyWhole(deps, context.now(), {
      onProblem: ({ position }) => {
        if (position !== null && known.length < MOST_KNOWN) known.push(position)
      },
    })
    return deps.db.tx(async (tx) => {
      await lockChain(tx)
      await mendStatements(deps, tx, context.now())
      const last = await lastStatement(deps, tx)
      await dropChanged(deps, tx)
      const adopted = await adoptEntries(tx, deps.auditKeys)
      const head = (await findHead(tx)) ?? { position: 0, hash: GENESIS }
      const at = context.now().toISOString()
      await writeStatement(
        deps,
        tx,
        {
          kind: 'restart',
          position: head.position,
          hash: head.hash.toString('hex'),
          count: (await countAll(tx)).chained,
          at,
          reason,
          known: known.filter((position) => position <= head.position),
        },
        last,
      )
      await deps.audit.record(tx, context, {
        action: 'audit.restarted',
        subject_type: 'audit_log',
        subject_id: 'entries',
        after: { reason, position: head.position, adopted, known: known.length },
      })
      return { position: head.position, adopted, at }
    })
  }

type RestartTx = Parameters<typeof lockChain>[0]

// The longer of the two tells what the other has lost; what is not signed tells nothing.
async function mendStatements(deps: AuditDeps, tx: RestartTx, now: Date): Promise<void> {
  const [lines, rows] = [await readLines(deps.checkpointFile), await listStatements(tx)]
  const { checkpoints } = deps.auditKeys
  const fromFile = readTestimony(lines, checkpoints).statements.length
  const copies = rows.map((row) => row.line)
  const fromDatabase = readTestimony(copies, checkpoints).statements.length
  const whole = fromFile >= fromDatabase ? lines.slice(0, fromFile) : copies.slice(0, fromDatabase)
  if (whole.length !== lines.length || whole.some((line, index) => line !== lines[index])) {
    await replaceLines(deps.checkpointFile, whole, now)
  }
  const statements = whole.map((line) => ({ line, statement: parseStatement(line) as Statement }))
  await insertStatements(tx, statements)
}

// Entries that are not what arrived are taken in as they are now; of those that are gone nothing is left to take in.
async function dropChanged(deps: AuditDeps, tx: RestartTx): Promise<void> {
  const changed = (await listWaiting(tx, 100_000)).filter(
    ({ entry, mac }) => entry === null || !sameBytes(mac, arrivalMac(deps.auditKeys.arrival, entry)),
  )
  const ids = changed.map(({ entry_id }) => entry_id)
  if (ids.length > 0) await dropWaiting(tx, ids)
}
