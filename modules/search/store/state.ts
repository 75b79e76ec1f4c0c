import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'

export type Slot = 0 | 1

const truncate: Readonly<Record<Slot, Sql>> = {
  0: sql`TRUNCATE search.documents_0, search.attributes_0, search.terms_0, search.postings_0, search.phrases_0`,
  1: sql`TRUNCATE search.documents_1, search.attributes_1, search.terms_1, search.postings_1, search.phrases_1`,
}

/**
 * Empties the slot that does not answer and claims it. Null when somebody builds it already; one that was not seen
 * at work for `staleSeconds` is taken for dead.
 */
export async function claimBuild(
  tx: Tx,
  now: Date,
  staleSeconds: number,
): Promise<{ slot: Slot; upTo: number } | null> {
  const row = await tx.maybe<{ live: Slot }>(sql`
    UPDATE search.state SET building_since = ${now}, alive_at = ${now}, progress = 0
    WHERE building_since IS NULL OR coalesce(alive_at, building_since) < ${now}::timestamptz - ${staleSeconds} * interval '1 second'
    RETURNING live`)
  if (row === null) return null
  const slot: Slot = row.live === 0 ? 1 : 0
  await tx.run(truncate[slot])
  await tx.run(sql`DELETE FROM search.touched`)
  const { seq } = await tx.one<{ seq: number }>(sql`SELECT coalesce(max(seq), 0) AS seq FROM search.pending`)
  return { slot, upTo: seq }
}

/** Notes how far a building is, in percent, and that it is at work. False when the claim of that moment no longer holds. */
export async function noteProgress(db: Queryable, since: Date, percent: number, now: Date): Promise<boolean> {
  const held = await db.run(sql`
    UPDATE search.state SET progress = ${Math.round(percent)}, alive_at = ${now} WHERE building_since = ${since}`)
  return held === 1
}

/** Gives the claim of a building that broke off back; the slot stays what it was. */
export async function dropClaim(db: Queryable, since: Date, now: Date): Promise<void> {
  await db.run(sql`
    UPDATE search.state SET building_since = NULL, failed_at = ${now} WHERE building_since = ${since}`)
}

/**
 * Lets the slot answer that was built since. What changed meanwhile is taken in again; what waited when it began is in
 * it already. False when the claim was lost.
 */
export async function swap(tx: Tx, slot: Slot, since: Date, upTo: number, now: Date): Promise<boolean> {
  const swapped = await tx.run(sql`
    UPDATE search.state SET live = ${slot}, building_since = NULL, built_at = ${now}, failed_at = NULL,
      generation = generation + 1
    WHERE building_since = ${since} AND live <> ${slot}`)
  if (swapped === 0) return false
  await tx.run(sql`DELETE FROM search.pending WHERE seq <= ${upTo}`)
  await tx.run(sql`
    INSERT INTO search.pending (product_id) SELECT product_id FROM search.touched ORDER BY product_id
    ON CONFLICT (product_id) DO UPDATE SET seq = nextval(pg_get_serial_sequence('search.pending', 'seq'))`)
  await tx.run(sql`DELETE FROM search.touched`)
  await noteChange(tx, now)
  return true
}

/** Notes that what can be found has changed. A row of its own: many may hold the state while they write. */
export async function noteChange(tx: Tx, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO search.last_change (changed_at) VALUES (${now})
    ON CONFLICT (id) DO UPDATE SET changed_at = excluded.changed_at`)
}

/** The slot that answers, kept so until the transaction ends, and whether the other one is being built. */
export async function holdLiveSlot(tx: Tx): Promise<{ slot: Slot; building: boolean }> {
  return await tx.one<{ slot: Slot; building: boolean }>(sql`
    SELECT live AS slot, building_since IS NOT NULL AS building FROM search.state FOR SHARE`)
}

export type IndexState = {
  readonly documents: number
  readonly pending: number
  /** Of what could not be taken in. */
  readonly failed: number
  /** Of these, how many are due to be tried again. */
  readonly failed_due: number
  readonly building: boolean
  /** When the building was last seen at work. */
  readonly alive_at: string | null
  /** In percent; null while nothing is built. */
  readonly progress: number | null
  readonly generation: number
  readonly built_at: string | null
  readonly changed_at: string | null
  readonly failed_at: string | null
  /** Documents when the index was built. */
  readonly documents_then: number
}

/** How the index stands; what failed before `triedBefore` is due again. */
export async function findIndexState(db: Queryable, triedBefore: Date): Promise<IndexState> {
  return await db.one<IndexState>(sql`
    SELECT (SELECT count(*) FROM search.documents AS d WHERE d.slot = s.live) AS documents,
      p.pending, p.failed, p.failed_due, s.building_since IS NOT NULL AS building,
      coalesce(s.alive_at, s.building_since) AS alive_at,
      CASE WHEN s.building_since IS NOT NULL THEN s.progress END AS progress, s.generation, s.built_at, s.failed_at,
      (SELECT changed_at FROM search.last_change) AS changed_at,
      coalesce((SELECT t.documents FROM search.statistics AS t WHERE t.slot = s.live), 0) AS documents_then
    FROM search.state AS s, (
      SELECT count(*) FILTER (WHERE failed_at IS NULL) AS pending, count(failed_at) AS failed,
        count(*) FILTER (WHERE failed_at <= ${triedBefore}) AS failed_due
      FROM search.pending) AS p`)
}
