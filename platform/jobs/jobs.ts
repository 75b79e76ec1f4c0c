import type { CallContext } from '../contract/call-context.ts'
import type { Tx } from '../db/db.ts'

/** Queues work in the transaction of the change that needs it. */
export type Jobs = {
  /** Queues a job of the calling module by its short name. The payload must survive JSON. */
  add(
    tx: Tx,
    name: string,
    payload: unknown,
    options?: {
      /** Not before this moment; at once unless told. */
      readonly runAt?: Date
      /** A waiting job with the same key is replaced. */
      readonly key?: string
      /** Tries before it is left as failed; 12 unless told, with growing waits between. */
      readonly maxAttempts?: number
    },
  ): Promise<void>
}

export type JobContext = {
  readonly call: CallContext
  readonly now: () => Date
  /** 1 for the first try. */
  readonly attempt: number
}

/** Runs one queued job. Throwing means: try again later. It may run more than once. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void>

export type JobTable = Readonly<Record<string, JobHandler>>

/** Work that is due every so many seconds, in one process at a time. */
export type Schedule = {
  readonly name: string
  readonly everySeconds: number
  readonly run: (context: JobContext) => Promise<void>
}
