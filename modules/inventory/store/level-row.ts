/** A row of `levels` with what it leaves to sell. */
export type LevelRow = {
  readonly variant_id: string
  readonly on_hand: number
  readonly reserved: number
  readonly available: number
}

/** What others are told when `available` changed. */
export type ChangedLevel = {
  readonly variant_id: string
  readonly available: number
  readonly version: number
}

export type ReservationStatus = 'held' | 'committed' | 'released'
