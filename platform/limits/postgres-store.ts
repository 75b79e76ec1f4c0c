import type { Queryable } from '../db/db.ts'
import { sql } from '../db/sql.ts'
import type { CounterStore, Taken } from './counter-store.ts'
import { SLOTS, slotMs } from './window.ts'

type Row = {
  readonly place: number
  readonly accepted: boolean
  readonly counts: number[]
  readonly since_slot_ms: number
}

/**
 * Counts in PostgreSQL, by its clock, in one statement: the row's lock makes asking and counting one step. What is refused
 * is not counted. `hash` hides who is counted.
 */
export function postgresStore(db: Queryable, hash: (key: string) => Buffer): CounterStore {
  return {
    take: async (takings) => {
      if (takings.length === 0) return []
      const keys = takings.map(({ key }) => hash(key))
      const rows = await db.many<Row>(sql`
        WITH asked AS MATERIALIZED (
          SELECT place, key, amount, slot_ms, most, extract(epoch FROM clock_timestamp()) * 1000 AS ms
          FROM unnest(${keys}::bytea[], ${takings.map((one) => one.amount)}::int[],
            ${takings.map((one) => slotMs(one.windowSeconds))}::float8[],
            ${takings.map((one) => one.max ?? 0)}::int[])
            WITH ORDINALITY AS t (key, amount, slot_ms, most, place)
        ), taken AS (
          INSERT INTO platform_limits.counts AS c (key, slot, counts, most, expires_at)
          SELECT key, floor(ms / slot_ms), ARRAY[amount] || array_fill(0, ARRAY[${SLOTS}::int]), most,
            clock_timestamp() + slot_ms * ${SLOTS + 1}::int * interval '1 millisecond'
          FROM asked ORDER BY key
          ON CONFLICT (key) DO UPDATE SET
            slot = greatest(c.slot, excluded.slot),
            counts = ARRAY[(platform_limits.shifted(c.counts, excluded.slot - c.slot))[1] + excluded.counts[1]]
              || (platform_limits.shifted(c.counts, excluded.slot - c.slot))[2:11],
            most = excluded.most,
            expires_at = excluded.expires_at
          WHERE excluded.most = 0 OR excluded.counts[1]
            + platform_limits.used(platform_limits.shifted(c.counts, excluded.slot - c.slot)) <= excluded.most
          RETURNING c.key, c.slot, c.counts
        )
        SELECT asked.place::int AS place, taken.key IS NOT NULL AS accepted,
          (asked.ms - floor(asked.ms / asked.slot_ms) * asked.slot_ms)::float8 AS since_slot_ms,
          coalesce(taken.counts,
            platform_limits.shifted(before.counts, (floor(asked.ms / asked.slot_ms) - before.slot)::bigint),
            ARRAY[asked.most] || array_fill(0, ARRAY[${SLOTS}::int])) AS counts
        FROM asked LEFT JOIN taken USING (key) LEFT JOIN platform_limits.counts AS before USING (key)`)
      return rows.sort((left, right) => left.place - right.place).map(takenOf)
    },
    close: () => Promise.resolve(),
  }
}

function takenOf({ accepted, counts, since_slot_ms }: Row): Taken {
  return { accepted, counts, sinceSlotMs: since_slot_ms }
}

const PRUNED_AT_ONCE = 10_000

/** Forgets counts whose window is over. Answers how many. */
export async function pruneCounts(db: Queryable): Promise<number> {
  let total = 0
  for (;;) {
    const pruned = await db.run(sql`
      DELETE FROM platform_limits.counts WHERE key IN (
        SELECT key FROM platform_limits.counts WHERE expires_at < now() LIMIT ${PRUNED_AT_ONCE}
        FOR UPDATE SKIP LOCKED)`)
    total += pruned
    if (pruned < PRUNED_AT_ONCE) return total
  }
}
