import type { Db } from '../platform/db/db.ts'
import { sql } from '../platform/db/sql.ts'

const PATIENCE_MS = 600_000

/** Waits until the search has taken in every published product. Answers the seconds it had to wait. */
export async function indexBuilt(db: Db): Promise<number> {
  const begin = performance.now()
  while (performance.now() - begin < PATIENCE_MS) {
    const { missing } = await db.one<{ missing: number }>(sql`
      SELECT (SELECT count(*) FROM catalog.products WHERE status = 'published')
        - (SELECT count(*) FROM search.documents WHERE slot = (SELECT live FROM search.state)) AS missing`)
    if (missing === 0) return (performance.now() - begin) / 1_000
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('The search has not taken in all products after ten minutes.')
}
