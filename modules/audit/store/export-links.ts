import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { GENESIS } from '../chain/link-hash.ts'

/** A link with the hash before it. */
export type ExportLink = {
  readonly position: number
  readonly hash: Buffer
  readonly mac: Buffer
  readonly previous: Buffer
}

type Row = Omit<ExportLink, 'previous'> & { readonly entry_id: string; readonly previous: Buffer | null }

/** Links of entries, by the entries' ids. `cutHash` stands before the first where retention has cut the chain off. */
export async function linksOf(
  q: Queryable,
  ids: readonly string[],
  cutHash: Buffer | null,
): Promise<Map<string, ExportLink>> {
  const rows = await q.many<Row>(sql`
    SELECT c.entry_id, c.position, c.hash, c.mac, p.hash AS previous
    FROM audit.chain c LEFT JOIN audit.chain p ON p.position = c.position - 1
    WHERE c.entry_id = ANY (${[...ids]}::uuid[])`)
  return new Map(
    rows.map(({ entry_id, previous, ...link }) => [
      entry_id,
      { ...link, previous: previous ?? cutHash ?? GENESIS },
    ]),
  )
}
