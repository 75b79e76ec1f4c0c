import type { QueryResult, QueryResultRow } from 'pg'
import { isStalePlan } from './pg-error.ts'
import { isSql } from './sql.ts'
import type { Sql } from './sql.ts'

/** Runs statements. Every call rejects with the error of `pg` when the database refuses or is gone. */
export interface Queryable {
  many<R extends object>(q: Sql): Promise<R[]>
  /** @throws a plain Error unless there is exactly one row */
  one<R extends object>(q: Sql): Promise<R>
  /** @throws a plain Error when there is more than one row */
  maybe<R extends object>(q: Sql): Promise<R | null>
  /** Rows affected. */
  run(q: Sql): Promise<number>
}

type Statement = { text: string; values: unknown[]; name?: string }

/** How a statement reaches `pg`: by a pool, or by the one client of a transaction. */
export type Send = (statement: Statement) => Promise<QueryResult<QueryResultRow>>

/** Counts how often a prepared statement went stale, so that its next use is prepared anew under another name. */
const generations = new Map<string, number>()

/** The four calls over one way of sending. A transaction cannot repeat a statement whose plan went stale; a pool can. */
export function queryable(send: Send, options: { repeatStale: boolean }): Queryable {
  const execute = async (q: Sql): Promise<QueryResult<QueryResultRow>> => {
    try {
      return await executeOnce(send, q)
    } catch (error) {
      if (!options.repeatStale || !isStalePlan(error)) throw error
      return await executeOnce(send, q)
    }
  }
  const rows = async <R>(q: Sql): Promise<R[]> => (await execute(q)).rows as R[]
  return {
    many: rows,
    async one<R>(q: Sql): Promise<R> {
      const found = await rows<R>(q)
      const [row] = found
      if (found.length !== 1 || row === undefined) throw new Error(`expected one row, got ${found.length}`)
      return row
    },
    async maybe<R>(q: Sql): Promise<R | null> {
      const found = await rows<R>(q)
      if (found.length > 1) throw new Error(`expected at most one row, got ${found.length}`)
      return found[0] ?? null
    },
    run: async (q) => (await execute(q)).rowCount ?? 0,
  }
}

async function executeOnce(send: Send, q: Sql): Promise<QueryResult<QueryResultRow>> {
  if (!isSql(q)) throw new TypeError('statements are made with sql``')
  const { text, name } = q
  const values = q.values as unknown[]
  if (name === undefined) return await send({ text, values })
  const generation = generations.get(name) ?? 0
  try {
    return await send({ text, values, name: generation === 0 ? name : `${name}_${generation}` })
  } catch (error) {
    if (isStalePlan(error)) generations.set(name, Math.max(generation + 1, generations.get(name) ?? 0))
    throw error
  }
}
