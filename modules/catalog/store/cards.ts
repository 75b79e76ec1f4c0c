import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { StoredCard } from '../product-view.ts'

/** Cards of published products in the order of the ids, each once; unknown ids are left out. */
export async function findCards(db: Queryable, ids: readonly string[]): Promise<StoredCard[]> {
  const rows = await db.many<{ card: StoredCard }>(sql`
    SELECT p.card
    FROM unnest(${[...new Set(ids)]}::uuid[]) WITH ORDINALITY AS wanted (id, place)
      JOIN catalog.products AS p ON p.id = wanted.id
    WHERE p.status = 'published'
    ORDER BY wanted.place`)
  return rows.map(({ card }) => card)
}
