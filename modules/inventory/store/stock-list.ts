import type { Queryable } from '@rampart/platform/db/db.ts'
import { join, sql, type Sql } from '@rampart/platform/db/sql.ts'
import { MAIN_LOCATION } from '../domain/locations.ts'
import { type LevelRow, thresholdOf } from './level-row.ts'
import { isOwned } from './owned.ts'

export type StockRow = LevelRow & {
  readonly sku: string | null
  readonly product_id: string | null
  readonly product_name: string | null
  readonly options: Readonly<Record<string, string>>
  readonly low_stock_threshold: number | null
  readonly backorder_limit: number
  readonly at_location: number | null
  readonly updated_at: string
}

type StockFilter = {
  /** Whose stock alone, whatever else is asked; null: everybody's. */
  readonly owner: string | null
  readonly variant_id: string | null
  readonly low: boolean
  /** Only what lies there. */
  readonly location_id: string | null
  readonly q: string | null
}

/**
 * One page of the stock with its labels, least available first. The page is found among bare levels, so that what it
 * shows is read for its rows alone; deep pages skip nothing but levels.
 */
export async function findStock(
  db: Queryable,
  filter: StockFilter & { readonly limit: number; readonly offset: number },
): Promise<StockRow[]> {
  return await db.many<StockRow>(sql`
    SELECT level.variant_id, level.on_hand, level.reserved, level.on_hand - level.reserved AS available,
      label.sku, label.product_id, label.product_name, coalesce(label.options, '{}') AS options,
      level.low_stock_threshold, level.backorder_limit, ${lying(filter.location_id)} AS at_location, level.updated_at
    FROM (
      SELECT level.variant_id FROM ${levels(filter)} WHERE ${matches(filter)}
      ORDER BY level.on_hand - level.reserved, level.variant_id
      LIMIT ${filter.limit} OFFSET ${filter.offset}
    ) page
    JOIN ${levels(filter)} ON level.variant_id = page.variant_id
    LEFT JOIN inventory.labels label ON label.variant_id = level.variant_id
    ORDER BY level.on_hand - level.reserved, level.variant_id`)
}

/** How many variants match. */
export async function countStock(db: Queryable, filter: StockFilter): Promise<number> {
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM ${levels(filter)} WHERE ${matches(filter)}`,
  )
  return total
}

/** Rows `level`, with what lies in the location asked for as `place`. */
function levels({ location_id }: StockFilter): Sql {
  if (location_id === null) return sql`inventory.levels level`
  return sql`inventory.levels level LEFT JOIN inventory.location_levels place
    ON place.variant_id = level.variant_id AND place.location_id = ${location_id}`
}

/** What lies in the location, as an expression; null without one. */
function lying(locationId: string | null): Sql {
  if (locationId === null) return sql`NULL::integer`
  return locationId === MAIN_LOCATION ? sql`level.on_hand - level.elsewhere` : sql`coalesce(place.on_hand, 0)`
}

// Only what is asked for: a condition that holds for all still reads what it is about.
function matches({ owner, variant_id, low, location_id, q }: StockFilter): Sql {
  const parts = [owner === null ? sql`true` : isOwned(sql`level.variant_id`, owner)]
  if (variant_id !== null) parts.push(sql`level.variant_id = ${variant_id}`)
  if (low) parts.push(sql`level.on_hand - level.reserved <= ${thresholdOf}`)
  if (location_id !== null) parts.push(sql`${lying(location_id)} <> 0`)
  if (q !== null) {
    const found = `%${q.replace(/[\\%_]/g, '\\$&')}%`
    parts.push(sql`level.variant_id IN (
      SELECT variant_id FROM inventory.labels WHERE sku ILIKE ${found} OR product_name ILIKE ${found})`)
  }
  return join(parts, sql` AND `)
}

export type PlaceRow = {
  readonly id: string
  readonly name: string
  readonly is_main: boolean
  readonly closed_at: string | null
  readonly created_at: string
  readonly on_hand: number
}

/** What of a variant lies in each open location, the main one first. */
export async function findPlaces(db: Queryable, variantId: string): Promise<PlaceRow[]> {
  return await db.many<PlaceRow>(sql`
    SELECT location.id, location.name, location.id = ${MAIN_LOCATION} AS is_main, location.closed_at,
      location.created_at,
      CASE WHEN location.id = ${MAIN_LOCATION} THEN level.on_hand - level.elsewhere
        ELSE coalesce(place.on_hand, 0) END AS on_hand
    FROM inventory.levels level
    CROSS JOIN inventory.locations location
    LEFT JOIN inventory.location_levels place
      ON place.variant_id = level.variant_id AND place.location_id = location.id
    WHERE level.variant_id = ${variantId} AND location.closed_at IS NULL
    ORDER BY location.id <> ${MAIN_LOCATION}, location.created_at, location.id`)
}
