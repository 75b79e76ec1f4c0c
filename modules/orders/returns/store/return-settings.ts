import type { z } from 'zod'
import type { ReturnSettings } from '@rampart/contracts/orders/return-schemas.ts'
import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

type Settings = z.infer<typeof ReturnSettings>

export async function findReturnSettings(q: Queryable): Promise<Settings> {
  return q.one<Settings>(sql`SELECT period_days, address FROM orders.return_settings`)
}

/** Answers what they were. */
export async function writeReturnSettings(tx: Tx, to: Settings): Promise<Settings> {
  return tx.one<Settings>(sql`
    WITH was AS (SELECT period_days, address FROM orders.return_settings FOR UPDATE)
    UPDATE orders.return_settings SET period_days = ${to.period_days}, address = ${to.address} FROM was
    RETURNING was.period_days, was.address`)
}
