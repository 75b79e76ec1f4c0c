import type { Contract, EventName, EventPayload } from '../contract/define-contract.ts'
import type { Tx } from '../db/db.ts'

/** Writes events into the transaction of the change they tell of; they leave only if it commits. */
export type Outbox<C extends Contract> = {
  add<E extends EventName<C>>(
    tx: Tx,
    type: E,
    payload: EventPayload<C, E>,
    options?: {
      /** Events with one key are handed to a subscriber in the order they were written. */
      readonly key?: string
    },
  ): Promise<void>
}
