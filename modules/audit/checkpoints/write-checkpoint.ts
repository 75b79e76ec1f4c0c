import type { Tx } from '@rampart/platform/db/db.ts'
import { sameBytes } from '../chain/link-hash.ts'
import type { AuditDeps } from '../deps.ts'
import { findHead, findLink, lockChain } from '../store/chain.ts'
import { lastCutPosition } from '../store/retention.ts'
import type { Statement } from './statement.ts'
import { CheckpointsDiffer, lastStatement, writeStatement } from './write-statement.ts'

const EVERY_ENTRIES = 500
const EVERY_MS = 60_000

/**
 * Signs the present end of the chain, where there are enough new entries or the last checkpoint is a minute old.
 * Only links that are committed: the chain may be ahead of its checkpoints, never behind.
 * @throws CheckpointsDiffer when the chain is not what the last checkpoint says
 */
export async function writeCheckpoint(deps: AuditDeps, tx: Tx, now: Date): Promise<Statement | null> {
  await lockChain(tx)
  const last = await lastStatement(deps, tx)
  const head = await findHead(tx)
  if (last !== null) await assertContinues(tx, last.statement)
  if (head === null || (last !== null && !isDue(last.statement, head.position, now))) return null
  const claim = {
    kind: 'checkpoint' as const,
    position: head.position,
    hash: head.hash.toString('hex'),
    count: head.position - (await lastCutPosition(tx)),
    at: now.toISOString(),
  }
  return writeStatement(deps, tx, claim, last)
}

function isDue(last: Statement, position: number, now: Date): boolean {
  if (position === last.position) return false
  return position - last.position >= EVERY_ENTRIES || now.getTime() - Date.parse(last.at) >= EVERY_MS
}

/** Refuses to go on from a chain that contradicts what was signed: what is added would cover it up. */
export async function assertContinues(tx: Tx, last: Statement): Promise<void> {
  if (last.position === 0) return
  const link = await findLink(tx, last.position)
  // After a cut up to the very end nothing is left to compare with.
  if (link === null && last.kind === 'cut') return
  if (link === null || !sameBytes(link.hash, Buffer.from(last.hash, 'hex')))
    throw new CheckpointsDiffer(`The chain is not what checkpoint ${String(last.number)} says.`)
}
