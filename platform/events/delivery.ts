/** One event on its way to one subscriber, claimed by this process. */
export type Delivery = {
  readonly seq: number
  readonly event_id: string
  readonly subscriber: string
  readonly key: string | null
  /** 1 for the first try. Together with `seq` it says which claim this is. */
  readonly attempts: number
  readonly type: string
  readonly payload: unknown
  readonly occurred_at: string
}

/** A claim that failed. */
export type FailedDelivery = {
  readonly seq: number
  readonly attempts: number
  readonly error: string
  /** Milliseconds until the next try; null when there is none. */
  readonly retryInMs: number | null
}

/** Deliveries that must be handed over one after another share a lane; null: in any order. */
export function laneOf(delivery: Pick<Delivery, 'subscriber' | 'key'>): string | null {
  return delivery.key === null ? null : JSON.stringify([delivery.subscriber, delivery.key])
}

const MAX_WAIT_MS = 600_000

/** How long to wait after the nth failed try: 1 s, 2 s, 4 s … 10 min, spread by a quarter either way. */
export function retryWaitMs(attempts: number, random: () => number = Math.random): number {
  const wait = Math.min(1_000 * 2 ** (attempts - 1), MAX_WAIT_MS)
  return Math.round(wait * (0.75 + random() / 2))
}
