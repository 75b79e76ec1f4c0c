import type { Counts } from './window.ts'

/** Something to be counted. */
export type Taking = {
  readonly key: string
  readonly amount: number
  readonly windowSeconds: number
  /** Beyond this nothing is counted and the taking is refused; null: counted whatever it comes to. */
  readonly max: number | null
}

/** What became of a taking, and the counts after it. */
export type Taken = {
  readonly accepted: boolean
  readonly counts: Counts
  /** How long the newest slot has been running, in milliseconds. */
  readonly sinceSlotMs: number
}

/** Where counts are kept. One that is gone throws. */
export type CounterStore = {
  /** Asks and counts in one step for each key. Answers in the order of the takings; no key comes twice. */
  take(takings: readonly Taking[]): Promise<readonly Taken[]>
  close(): Promise<void>
}
