import type pg from 'pg'
import type { QueryResult, QueryResultRow } from 'pg'
import { isStatementError } from './pg-error.ts'
import type { Send } from './queryable.ts'

/** The statements of one transaction, one after another, also when the function starts several at once. */
export type Line = {
  send: Send
  /** Takes no more statements; resolves when the last one is answered. */
  close(): Promise<unknown>
  /** The last statement; only after `close`. */
  finish(text: 'COMMIT' | 'ROLLBACK'): Promise<QueryResult>
  /** Whether the connection is of no use any more. */
  isBroken(): boolean
}

/** A line over a client that belongs to the transaction alone. */
export function inLine(client: pg.PoolClient): Line {
  let closed = false
  let broken = false
  let last: Promise<unknown> = Promise.resolve()
  const enqueue: Send = (statement) => {
    const answer = last.then(() => client.query<QueryResultRow>(statement))
    last = answer.catch((error: unknown) => {
      broken ||= !isStatementError(error)
    })
    return answer
  }
  return {
    send: (statement) => (closed ? Promise.reject(new Error('the transaction is over')) : enqueue(statement)),
    close: () => {
      closed = true
      return last
    },
    finish: (text) => enqueue({ text, values: [] }),
    isBroken: () => broken,
  }
}
