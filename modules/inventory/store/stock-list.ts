import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql, type Sql } from '@rampart/platform/db/sql.ts'
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

/** One page of the stock with its labels, least available first. */
export async function findStock(
  db: Queryable,
  filter: StockFilter & { readonly limit: number; readonly offset: number },
): Promise<StockRow[]> {
  return await db.many<StockRow>(sql`
    SELECT level.variant_id, level.on_hand, level.reserved, level.on_hand - level.reserved AS available,
      label.sku, label.product_id, label.product_name, coalesce(label.options, '{}') AS options,
      level.low_stock_threshold, level.backorder_limit, ${lying(filter.location_id)} AS at_location, level.updated_at
    FROM ${stock(filter)}
    WHERE ${matches(filter)}
    ORDER BY level.on_hand - level.reserved, level.variant_id
    LIMIT ${filter.limit} OFFSET ${filter.offset}`)
}

/** How many variants match. */
export async function countStock(db: Queryable, filter: StockFilter): Promise<number> {
  const { total } = await db.one<{ total: number }>(
    sql`SELECT count(*) AS total FROM ${stock(filter)} WHERE ${matches(filter)}`,
  )
  return total
}

const stock = ({ location_id }: StockFilter): Sql => sql`inventory.levels level
  LEFT JOIN inventory.labels label ON label.variant_id = level.variant_id
  LEFT JOIN inventory.location_levels place
    ON place.variant_id = level.variant_id AND place.location_id = ${location_id}::uuid`

/** What lies in the location, as an expression; null without one. */
function lying(locationId: string | null): Sql {
  if (locationId === null) return sql`NULL::integer`
  return locationId === MAIN_LOCATION ? sql`level.on_hand - level.elsewhere` : sql`coalesce(place.on_hand, 0)`
}

function matches(filter: StockFilter): Sql {
  const found = filter.q === null ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  return sql`${isOwned(sql`level.variant_id`, filter.owner)}
    AND (${filter.variant_id}::uuid IS NULL OR level.variant_id = ${filter.variant_id}::uuid)
    AND (NOT ${filter.low}::boolean OR level.on_hand - level.reserved <= ${thresholdOf})
    AND (${filter.location_id}::uuid IS NULL OR ${lying(filter.location_id)} <> 0)
    AND (${found}::text IS NULL OR label.sku ILIKE ${found}::text OR label.product_name ILIKE ${found}::text)`
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
