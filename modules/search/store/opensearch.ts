import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Pending } from './pending.ts'

/** Notes that what OpenSearch has of these products is out of date. */
export async function addOpenSearchPending(tx: Tx, productIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    INSERT INTO search.opensearch_pending (product_id)
    SELECT DISTINCT product_id FROM unnest(${productIds}::uuid[]) AS r (product_id) ORDER BY product_id
    ON CONFLICT (product_id) DO UPDATE
      SET seq = nextval(pg_get_serial_sequence('search.opensearch_pending', 'seq')), failed_at = NULL`)
}

/** The products that wait longest; of those that failed, those that did so before a moment. */
export async function findOpenSearchPending(
  db: Queryable,
  limit: number,
  triedBefore: Date,
): Promise<Pending[]> {
  return await db.many<Pending>(sql`
    SELECT product_id, seq FROM search.opensearch_pending WHERE failed_at IS NULL OR failed_at <= ${triedBefore}
    ORDER BY seq LIMIT ${limit}`)
}

/** Takes these off the list, unless they changed since they were read. */
export async function takeOpenSearchPending(db: Queryable, read: readonly Pending[]): Promise<void> {
  await db.run(sql`
    DELETE FROM search.opensearch_pending AS p
    USING unnest(${read.map((row) => row.product_id)}::uuid[], ${read.map((row) => row.seq)}::bigint[])
      AS r (product_id, seq)
    WHERE p.product_id = r.product_id AND p.seq = r.seq`)
}

/** Notes that OpenSearch refuses these, unless they changed meanwhile. */
export async function failOpenSearchPending(
  db: Queryable,
  read: readonly Pending[],
  now: Date,
): Promise<void> {
  await db.run(sql`
    UPDATE search.opensearch_pending AS p SET failed_at = ${now}
    FROM unnest(${read.map((row) => row.product_id)}::uuid[], ${read.map((row) => row.seq)}::bigint[])
      AS r (product_id, seq)
    WHERE p.product_id = r.product_id AND p.seq = r.seq`)
}

/**
 * Claims the building of a new index; answers the highest number that waits, as what waits up to it is in the new index.
 * Null when somebody builds already; one who has for longer than `staleSeconds` is taken for dead.
 */
export async function claimOpenSearchBuild(tx: Tx, now: Date, staleSeconds: number): Promise<number | null> {
  const claimed = await tx.run(sql`
    UPDATE search.opensearch SET building_since = ${now}
    WHERE building_since IS NULL OR building_since < ${now}::timestamptz - ${staleSeconds} * interval '1 second'`)
  if (claimed === 0) return null
  const { seq } = await tx.one<{ seq: number }>(
    sql`SELECT coalesce(max(seq), 0) AS seq FROM search.opensearch_pending`,
  )
  return seq
}

/** Whether the claim of that moment still holds. */
export async function holdsOpenSearchClaim(db: Queryable, since: Date): Promise<boolean> {
  return (await db.maybe(sql`SELECT FROM search.opensearch WHERE building_since = ${since}`)) !== null
}

/** Gives the claim back. */
export async function dropOpenSearchClaim(db: Queryable, since: Date): Promise<void> {
  await db.run(sql`UPDATE search.opensearch SET building_since = NULL WHERE building_since = ${since}`)
}

/** Notes that the new index answers. What waited when it began is in it. */
export async function noteOpenSearchBuilt(tx: Tx, since: Date, upTo: number, now: Date): Promise<void> {
  await tx.run(sql`
    UPDATE search.opensearch SET building_since = NULL, built_at = ${now} WHERE building_since = ${since}`)
  await tx.run(sql`DELETE FROM search.opensearch_pending WHERE seq <= ${upTo}`)
}

export type OpenSearchState = {
  readonly building: boolean
  readonly built: boolean
  readonly watched_at: string | null
  /** How many wait, and are due to be taken in. */
  readonly due: number
}

/** Notes that somebody watches, and answers how things stood until now. */
export async function watchOpenSearch(tx: Tx, now: Date, triedBefore: Date): Promise<OpenSearchState> {
  const state = await tx.one<OpenSearchState>(sql`
    SELECT building_since IS NOT NULL AS building, built_at IS NOT NULL AS built, watched_at,
      (SELECT count(*) FROM search.opensearch_pending WHERE failed_at IS NULL OR failed_at <= ${triedBefore}) AS due
    FROM search.opensearch FOR UPDATE`)
  await tx.run(sql`UPDATE search.opensearch SET watched_at = ${now}`)
  return state
}
