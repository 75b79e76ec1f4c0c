import { sql } from '@rampart/platform/db/sql.ts'

/** A row of `levels` with what it leaves to sell. */
export type LevelRow = {
  readonly variant_id: string
  readonly on_hand: number
  readonly reserved: number
  readonly available: number
}

/** A level whose `available` changed, with what it was before and the rules that it is judged by. */
export type ChangedLevel = {
  readonly variant_id: string
  readonly available: number
  readonly version: number
  readonly was: number
  readonly threshold: number
  readonly backorder_limit: number
}

/** The threshold of a row `level`: its own or the shop's. */
export const thresholdOf = sql`coalesce(level.low_stock_threshold, (SELECT low_stock_threshold FROM inventory.settings))`

/** A row `level` as it is after a change, but for `was`. */
export const changedLevel = sql`level.variant_id, level.on_hand - level.reserved AS available, level.version,
  level.backorder_limit, ${thresholdOf} AS threshold`

export type ReservationStatus = 'held' | 'committed' | 'released'
