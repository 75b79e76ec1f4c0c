import type { Db } from '../db/db.ts'
import type { Delivery, FailedDelivery } from './delivery.ts'
import { deleteDeliveries, failDeliveries, releaseDeliveries } from './delivery-store.ts'

/** What became of claimed deliveries, collected and written down in batches. */
export type Settlement = {
  handled(delivery: Delivery): void
  failed(delivery: Delivery, outcome: Pick<FailedDelivery, 'error' | 'retryInMs'>): void
  /** Goes back without having been tried. */
  untried(deliveries: readonly Delivery[]): void
  pending(): boolean
  /** Writes everything down and tells `onWritten` of it. What could not be written is kept for the next time. */
  flush(onWritten: (delivery: Delivery) => void): Promise<void>
}

type Failure = { readonly delivery: Delivery; readonly outcome: Pick<FailedDelivery, 'error' | 'retryInMs'> }

/** Nothing to settle yet. */
export function settlement(db: Db): Settlement {
  const handled: Delivery[] = []
  const failed: Failure[] = []
  const untried: Delivery[] = []

  async function write<T>(list: T[], store: (items: readonly T[]) => Promise<void>): Promise<readonly T[]> {
    if (list.length === 0) return []
    const items = list.splice(0)
    try {
      await store(items)
      return items
    } catch (error) {
      list.unshift(...items)
      throw error
    }
  }

  return {
    handled: (delivery) => void handled.push(delivery),
    failed: (delivery, outcome) => void failed.push({ delivery, outcome }),
    untried: (deliveries) => void untried.push(...deliveries),
    pending: () => handled.length + failed.length + untried.length > 0,
    async flush(onWritten) {
      // Failures first: those behind a failed one must find it waiting when they are free again.
      const failures = await write(failed, (items) => failDeliveries(db, items.map(asFailed)))
      for (const { delivery } of failures) onWritten(delivery)
      const released = await write(untried, (items) => releaseDeliveries(db, items))
      released.forEach(onWritten)
      const done = await write(handled, (items) =>
        deleteDeliveries(
          db,
          items.map((item) => item.seq),
        ),
      )
      done.forEach(onWritten)
    },
  }
}

function asFailed({ delivery, outcome }: Failure): FailedDelivery {
  return { ...outcome, seq: delivery.seq, attempts: delivery.attempts }
}
