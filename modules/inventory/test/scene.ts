import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Db } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { type HarnessOptions, testModule } from '@rampart/platform/testing/module-harness.ts'
import { MAIN_LOCATION } from '../domain/locations.ts'
import { inventoryModule } from '../module.ts'

type Line = { readonly variant_id: string; readonly quantity: number }
type Level = {
  readonly variant_id: string
  readonly on_hand: number
  readonly reserved: number
  readonly available: number
}

export const staff = {
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  role: 'owner',
  permissions: ['*:*'],
} as const

/** The inventory with a database of its own, and short names for what tests do to it. */
export async function openInventory(options: HarnessOptions & { readonly connections?: number } = {}) {
  const h = await testModule(inventoryModule, options)
  h.db.pool.options.max = options.connections ?? 10
  const asCheckout = { caller: 'checkout' }
  return {
    ...h,
    /** Puts pieces of a new variant on the shelf. */
    async stock(quantity: number): Promise<string> {
      const variant_id = newId()
      await h.call('adjustStock', { variant_id, quantity }, { caller: 'catalog' })
      return variant_id
    },
    reserve: (lines: readonly Line[], order_id = newId()): Promise<{ status: string }> =>
      h.call('reserveStock', { order_id, lines, expires_in_seconds: 900 }, asCheckout),
    commit: (order_id: string): Promise<{ status: string }> =>
      h.call('commitReservation', { order_id }, asCheckout),
    release: (order_id: string): Promise<null> => h.call('releaseReservation', { order_id }, asCheckout),
    async level(variant_id: string): Promise<Omit<Level, 'variant_id'>> {
      const { levels }: { levels: Level[] } = await h.call(
        'getLevels',
        { variant_ids: [variant_id] },
        asCheckout,
      )
      const { on_hand, reserved, available } = levels[0]!
      return { on_hand, reserved, available }
    },
    /** What inventory.stock-changed.v1 said, oldest first. */
    async news(): Promise<{ levels: { variant_id: string; available: number; version: number }[] }[]> {
      const events = await h.events()
      return events
        .filter((event) => event.type === 'inventory.stock-changed.v1')
        .map((event) => event.payload)
    },
    /** What events of a type said, oldest first. */
    async told<T>(type: string): Promise<T[]> {
      const events = await h.events()
      return events.filter((event) => event.type === type).map((event) => event.payload as T)
    },
    /** A new location of a name of its own. */
    async location(name = `Place ${newId()}`): Promise<string> {
      const { id }: { id: string } = await h.call('createLocation', { name }, { principal: staff })
      return id
    },
    /** What of a variant lies where, by location. */
    async places(variant_id: string): Promise<Record<string, number>> {
      const { locations }: { locations: { id: string; on_hand: number }[] } = await h.call(
        'getStock',
        { variant_id },
        { principal: staff },
      )
      return Object.fromEntries(locations.map(({ id, on_hand }) => [id, on_hand]))
    },
    audits: async (): Promise<{ action: string }[]> => {
      const events = await h.events()
      return events.filter((event) => event.type === 'audit.entry-recorded.v1').map((event) => event.payload)
    },
  }
}

/** Every rule of the stock that its rows must keep, whatever happened: answers the rows that break one. */
export async function brokenRules(db: Db): Promise<object[]> {
  const levels = await db.many(sql`
    SELECT level.variant_id, level.on_hand, level.reserved, level.overdraft,
      coalesce(moved.total, 0) AS moved, coalesce(held.total, 0) AS held
    FROM inventory.levels level
    LEFT JOIN (SELECT variant_id, sum(delta) AS total FROM inventory.movements GROUP BY 1) moved USING (variant_id)
    LEFT JOIN (
      SELECT line.variant_id, sum(line.quantity) AS total
      FROM inventory.reservation_lines line JOIN inventory.reservations r USING (order_id)
      WHERE r.status = 'held' GROUP BY 1
    ) held USING (variant_id)
    WHERE level.on_hand <> coalesce(moved.total, 0) OR level.reserved <> coalesce(held.total, 0)
      OR level.reserved < 0 OR level.reserved > level.on_hand + level.overdraft
      OR level.overdraft < level.backorder_limit`)
  const places = await db.many(sql`
    SELECT * FROM (
      SELECT variant_id, location_id, on_hand FROM inventory.location_levels
      UNION ALL
      SELECT variant_id, ${MAIN_LOCATION}::uuid, on_hand - elsewhere FROM inventory.levels
    ) place
    FULL JOIN (
      SELECT variant_id, location_id, sum(delta) AS total FROM inventory.movements GROUP BY 1, 2
    ) moved USING (variant_id, location_id)
    WHERE coalesce(place.on_hand, 0) <> coalesce(moved.total, 0)`)
  const elsewhere = await db.many(sql`
    SELECT level.variant_id, level.elsewhere, place.total FROM inventory.levels level
    LEFT JOIN (SELECT variant_id, sum(on_hand) AS total FROM inventory.location_levels GROUP BY 1) place
      USING (variant_id)
    WHERE level.elsewhere <> coalesce(place.total, 0)`)
  const closed = await db.many(sql`
    SELECT place.* FROM inventory.location_levels place JOIN inventory.locations ON locations.id = location_id
    WHERE closed_at IS NOT NULL AND on_hand > 0`)
  const counts = await db.many(sql`
    SELECT line.stock_take_id, line.line, line.difference, m.moves, m.moved FROM inventory.stock_take_lines line
    LEFT JOIN (
      SELECT reference, variant_id, count(*) AS moves, sum(delta) AS moved FROM inventory.movements
      WHERE reason = 'counted' GROUP BY 1, 2
    ) m ON m.reference = line.stock_take_id::text AND m.variant_id = line.variant_id
    WHERE line.status = 'applied' AND (m.moves IS DISTINCT FROM 1 OR m.moved <> line.difference)`)
  return [...levels, ...places, ...elsewhere, ...closed, ...counts]
}
