import type { z } from 'zod'
import type { CallContext } from '../contract/call-context.ts'
import type { Contract, EventName, EventPayload } from '../contract/define-contract.ts'
import type { Tx } from '../db/db.ts'

/** An event as it is handed to a subscriber. It may come more than once. */
export type ReceivedEvent<P = unknown> = {
  readonly id: string
  readonly type: string
  readonly payload: P
  readonly occurred_at: string
}

export type ListenerContext = {
  /** A system context to call other modules with. */
  readonly call: CallContext
  readonly now: () => Date
  /**
   * Runs the effect in a transaction together with the inbox row that marks this event as handled.
   * Answers undefined, without running it, when the event had been handled before.
   */
  readonly once: <T>(effect: (tx: Tx) => Promise<T>) => Promise<T | undefined>
}

/** Handles one type of event. Throwing means: try again later, with growing waits, then dead letter. */
export type Listener<P = unknown> = (event: ReceivedEvent<P>, context: ListenerContext) => Promise<void>

/** A listener with the schema its payload is parsed by. */
export type ListenerEntry = { readonly type: string; readonly schema: z.ZodType; readonly handle: Listener }

export type ListenerTable = readonly ListenerEntry[]

/** Subscribes to an event of a contract: `listen(payments, 'payments.payment-captured.v1', onPaymentCaptured(deps))`. */
export function listen<C extends Contract, E extends EventName<C>>(
  contract: C,
  type: E,
  handle: Listener<EventPayload<C, E>>,
): ListenerEntry {
  const schema = contract.events?.[type]
  if (schema === undefined) throw new Error(`${contract.name} declares no event ${type}.`)
  return { type, schema, handle: handle as Listener }
}
