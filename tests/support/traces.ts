import type { Db } from '@rampart/platform/db/db.ts'
import { sql, unsafeSql } from '@rampart/platform/db/sql.ts'

/**
 * What is kept of a person after their account was erased, because the law wants it: the address of the invoice of an
 * order that was paid. Nothing else; a new entry needs a reason in modules/customers/README.md.
 */
export const legallyKept: readonly string[] = ['orders.orders.billing_address']

/**
 * Where words stand in the database: every column of every table of every schema, the queue's included, is searched,
 * and binary ones for the words' bytes. Answers `schema.table.column: word`.
 */
export async function tracesOf(db: Db, words: readonly string[]): Promise<string[]> {
  const columns = await db.many<{ schema: string; relation: string; name: string }>(sql`
    SELECT c.table_schema AS schema, c.table_name AS relation, c.column_name AS name
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
    ORDER BY 1, 2, 3`)
  const found: string[] = []
  for (const { schema, relation, name } of columns) {
    const place = `${schema}.${relation}.${name}`
    for (const word of words) {
      const hex = Buffer.from(word).toString('hex')
      const { hits } = await db.one<{ hits: number }>(sql`
        SELECT count(*) AS hits FROM ${unsafeSql(`"${schema}"."${relation}" t`)}
        WHERE strpos(lower(${unsafeSql(`t."${name}"`)}::text), ${word.toLowerCase()}) > 0
          OR strpos(${unsafeSql(`t."${name}"`)}::text, ${hex}) > 0`)
      if (hits > 0) found.push(`${place}: ${word}`)
    }
  }
  return found
}
