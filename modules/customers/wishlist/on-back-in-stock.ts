import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { Inventory } from '@rampart/contracts/inventory.ts'
import type { CustomersDeps } from '../deps.ts'
import { awaitedProducts } from '../store/notices.ts'
import { TELL_JOB } from './tell-back-in-stock.ts'

/** Has those told who wait for what has come. Nobody waits for most of it: one look, and no job. */
export const onBackInStock =
  (deps: CustomersDeps): Listener<EventPayload<Inventory, 'inventory.back-in-stock.v1'>> =>
  async ({ payload, occurred_at }, { once }) => {
    const there = payload.levels.filter(({ available }) => available > 0)
    const arrival = { variant_ids: there.map(({ variant_id }) => variant_id), at: occurred_at }
    await once(async (tx) => {
      if ((await awaitedProducts(tx, arrival)).length === 0) return
      await deps.jobs.add(tx, TELL_JOB, arrival)
    })
  }
