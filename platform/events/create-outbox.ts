import type { Contract } from '../contract/define-contract.ts'
import type { Outbox } from './outbox.ts'
import type { Subscriptions } from './subscriptions.ts'
import { writeEvent } from './write-event.ts'

/**
 * The outbox of one contract. `add` parses the payload by the contract's schema and throws when it does not fit,
 * which ends the caller's transaction: a wrong event is a bug of the one who writes it.
 */
export function createOutbox<C extends Contract>(
  contract: C,
  registry: Subscriptions,
  clock: () => Date = () => new Date(),
): Outbox<C> {
  return {
    async add(tx, type, payload, options = {}) {
      const schema = contract.events?.[type]
      if (schema === undefined) throw new Error(`${contract.name} declares no event ${type}.`)
      await writeEvent(tx, registry, {
        type,
        key: options.key ?? null,
        payload: schema.parse(payload),
        now: clock(),
      })
    },
  }
}
