import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Claims the one seeding of synonyms. False when it was done before. */
export async function claimSeeding(tx: Tx, now: Date): Promise<boolean> {
  const claimed = await tx.run(
    sql`INSERT INTO search.seeding (done, done_at) VALUES (true, ${now}) ON CONFLICT (done) DO NOTHING`,
  )
  return claimed > 0
}
