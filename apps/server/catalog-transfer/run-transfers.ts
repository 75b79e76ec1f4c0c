import { catalog } from '@rampart/contracts/catalog.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import type { Link } from '@rampart/platform/contract/link.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import type { Log } from '@rampart/platform/log/log.ts'
import { FileProblem } from '../catalog-import/file-problem.ts'
import { runExport } from './run-export.ts'
import { runImport } from './run-import.ts'
import type { Transfer, Work } from './work.ts'

type RunOptions = {
  readonly link: Link
  readonly log: Log
  readonly currency: string
  readonly currencies: readonly string[]
  /** Milliseconds between tries of what failed. */
  readonly pauseMs?: number
  /** Records or products that are done at once; 250 unless told. */
  readonly batch?: number
  /** Records that a file may hold; 500,000 unless told. */
  readonly maxRecords?: number
}

const BATCH = 250
const MAX_RECORDS = 500_000
const CALL_MS = 120_000
const TRIES = 3

/** The job that carries out what waits, one transfer after another, until there is nothing or another process works. */
export const runTransfers =
  ({
    link,
    log,
    currency,
    currencies,
    pauseMs = 1_000,
    batch = BATCH,
    maxRecords = MAX_RECORDS,
  }: RunOptions): JobHandler =>
  async () => {
    const work: Work = {
      shelves: client(catalog, link, 'server'),
      worker: newId(),
      currency,
      otherCurrencies: currencies.filter((other) => other !== currency),
      context: () => backgroundContext(newId(), CALL_MS),
      batch,
      maxRecords,
    }
    for (;;) {
      const { transfer } = await work.shelves.claimTransfer(work.context(), { worker: work.worker })
      if (transfer === null) return
      await carryOut(work, transfer, log, pauseMs)
    }
  }

async function carryOut(work: Work, transfer: Transfer, log: Log, pauseMs: number): Promise<void> {
  const { shelves, worker, context } = work
  for (let attempt = 1; ; attempt++) {
    try {
      await (transfer.kind === 'import' ? runImport(work, transfer) : runExport(work, transfer))
      return
    } catch (error) {
      // Cancelled, or another's: nothing of it is ours to end.
      if (isLost(error)) return
      if (error instanceof FileProblem)
        return endWith({ problem: error.kind, ...(error.line === null ? {} : { problem_line: error.line }) })
      log.warn('An import or export failed.', { transfer_id: transfer.id, attempt, error })
      if (attempt === TRIES) return endWith({ problem: 'internal' })
      await new Promise((resolve) => setTimeout(resolve, pauseMs * attempt))
      // What was done until then is done; whoever goes on must know how far it is.
      const again = await shelves.claimTransfer(context(), { worker })
      if (again.transfer?.id !== transfer.id) return
      transfer = again.transfer
    }
  }

  async function endWith(end: {
    problem: FileProblem['kind'] | 'internal'
    problem_line?: number
  }): Promise<void> {
    try {
      await shelves.finishTransfer(context(), { transfer_id: transfer.id, worker, ...end })
    } catch (error) {
      if (!isLost(error)) throw error
    }
  }
}

function isLost(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'CATALOG_TRANSFER_LOST'
}
