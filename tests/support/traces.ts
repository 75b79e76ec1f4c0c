import type { Db } from '@rampart/platform/db/db.ts'
import { join, sql, unsafeSql } from '@rampart/platform/db/sql.ts'

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
  const tables = await db.many<{ name: string; columns: string[] }>(sql`
    SELECT format('%I.%I', table_schema, table_name) AS name,
      array_agg(column_name::text ORDER BY column_name) AS columns
    FROM information_schema.columns JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE t.table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
    GROUP BY 1 ORDER BY 1`)
  const found: string[] = []
  for (const { name, columns } of tables) {
    for (const word of words) {
      const hex = Buffer.from(word).toString('hex')
      const hits = columns.map((column) => {
        const text = unsafeSql(`t."${column}"::text`)
        return sql`coalesce(bool_or(strpos(lower(${text}), ${word.toLowerCase()}) > 0 OR strpos(${text}, ${hex}) > 0), false)`
      })
      const row = await db.one<{ hits: boolean[] }>(
        sql`SELECT ARRAY[${join(hits)}] AS hits FROM ${unsafeSql(name)} t`,
      )
      found.push(...columns.filter((_, at) => row.hits[at]).map((column) => `${name}.${column}: ${word}`))
    }
  }
  return found
}
