import type pg from 'pg'
import { isStatementError } from './pg-error.ts'
import type { Send } from './queryable.ts'

/**
 * One statement on any connection of the pool. Not `pool.query`: that throws a good connection away whenever a
 * statement is refused, such as by a unique constraint, and pays for a new one (password check included).
 */
export function pooled(pool: pg.Pool): Send {
  return async (statement) => {
    const client = await pool.connect()
    let broken = false
    try {
      return await client.query(statement)
    } catch (error) {
      broken = !isStatementError(error)
      throw error
    } finally {
      client.release(broken)
    }
  }
}
