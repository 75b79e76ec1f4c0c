import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import type { DbLog } from './db-event.ts'
import { inLine } from './in-line.ts'
import { isRetryable, isStalePlan } from './pg-error.ts'
import { queryable } from './queryable.ts'
import type { Queryable } from './queryable.ts'

/** One open transaction. It ends with the function it was given to and is of no use afterwards. */
export interface Tx extends Queryable {
  readonly isTx: true
  /** Runs once the commit is acknowledged; not at all after a rollback. An error in it is logged, not thrown. */
  afterCommit(fn: () => void): void
}

export type TxOptions = { isolation?: 'read committed' | 'repeatable read' | 'serializable' }

const begin = {
  'read committed': 'BEGIN ISOLATION LEVEL READ COMMITTED',
  'repeatable read': 'BEGIN ISOLATION LEVEL REPEATABLE READ',
  serializable: 'BEGIN ISOLATION LEVEL SERIALIZABLE',
} as const

const maxRetries = 3

/**
 * Runs `fn` in a transaction, again from its start (at most three more times) after a serialization failure or a
 * deadlock; so nothing in `fn` may have an effect outside the transaction except through `afterCommit`.
 */
export async function runTransaction<T>(
  pool: pg.Pool,
  log: DbLog,
  fn: (tx: Tx) => Promise<T>,
  options: TxOptions = {},
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    const callbacks: (() => void)[] = []
    let result: T
    try {
      result = await attemptTransaction(pool, callbacks, fn, begin[options.isolation ?? 'read committed'])
    } catch (error) {
      if (attempt >= maxRetries || !(isRetryable(error) || isStalePlan(error))) throw error
      log({ kind: 'transaction-retried', attempt: attempt + 1, error })
      await sleep(Math.random() * 20 * 2 ** attempt)
      continue
    }
    for (const callback of callbacks) runAfterCommit(callback, log)
    return result
  }
}

async function attemptTransaction<T>(
  pool: pg.Pool,
  callbacks: (() => void)[],
  fn: (tx: Tx) => Promise<T>,
  beginStatement: string,
): Promise<T> {
  const client = await pool.connect()
  const line = inLine(client)
  let failed = true
  try {
    await line.send({ text: beginStatement, values: [] })
    const result = await fn({
      ...queryable(line.send, { repeatStale: false }),
      isTx: true,
      afterCommit: (callback) => void callbacks.push(callback),
    })
    await line.close()
    // PostgreSQL answers COMMIT with ROLLBACK when a statement failed and the function went on regardless.
    const { command } = await line.finish('COMMIT')
    if (command !== 'COMMIT') throw new Error('nothing was committed: a statement had failed')
    failed = false
    return result
  } finally {
    await line.close()
    // Closing a broken connection rolls back, too, and does not wait for a server that hangs.
    if (failed && !line.isBroken()) await line.finish('ROLLBACK').catch(() => undefined)
    client.release(line.isBroken())
  }
}

function runAfterCommit(callback: () => void, log: DbLog): void {
  try {
    callback()
  } catch (error) {
    log({ kind: 'after-commit-failed', error })
  }
}
