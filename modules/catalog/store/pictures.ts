import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Products that show a picture, whatever their status. */
export async function findShowing(db: Queryable, pictureId: string, limit: number): Promise<string[]> {
  const held = JSON.stringify([{ id: pictureId }])
  const rows = await db.many<{ id: string }>(sql`
    SELECT id FROM catalog.products WHERE pictures @> ${held}::jsonb ORDER BY id LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** Takes a picture away from the categories that show it. */
export async function dropFromCategories(tx: Tx, pictureId: string): Promise<void> {
  await tx.run(sql`UPDATE catalog.categories SET picture = NULL WHERE picture ->> 'id' = ${pictureId}`)
}
