import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** What each seller is called, by id. */
export async function findSellerNames(q: Queryable): Promise<ReadonlyMap<string, string>> {
  const rows = await q.many<{ id: string; name: string }>(sql`SELECT id, name FROM catalog.sellers`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Keeps what sellers are called; those who are not named stay as they were. Answers those who are called otherwise now. */
export async function keepSellerNames(
  q: Queryable,
  sellers: readonly { readonly id: string; readonly name: string }[],
): Promise<string[]> {
  if (sellers.length === 0) return []
  const rows = await q.many<{ id: string }>(sql`
    INSERT INTO catalog.sellers AS s (id, name)
    SELECT * FROM unnest(${sellers.map(({ id }) => id)}::uuid[], ${sellers.map(({ name }) => name)}::text[])
    ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE s.name <> excluded.name
    RETURNING s.id`)
  return rows.map(({ id }) => id)
}
