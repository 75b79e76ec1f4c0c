import type { Orders } from '@rampart/contracts/orders.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { JobContext, JobHandler } from '@rampart/platform/jobs/jobs.ts'
import { collectHistories } from './collect-histories.ts'
import type { RecommendationsDeps } from './deps.ts'
import type { Neighbours } from './domain/basket.ts'
import { takeOverOrders } from './take-over-orders.ts'
import { trainInThread } from './train-in-thread.ts'
import { countBaskets } from './store/baskets.ts'
import { findModel, replaceModel } from './store/models.ts'

const DAY = 86_400_000
const GROWN = 1.2
const AFTER_IMPORT_MS = 120_000

/** Learns from all orders and replaces the model in force by what was learnt. Until then shoppers are shown the old one. */
export const trainJob =
  (deps: RecommendationsDeps): JobHandler =>
  async (_payload, { call, now }) => {
    await takeOverOrders(deps, call, now())
    const started = performance.now()
    const { histories, products, baskets } = await collectHistories(deps, call)
    const model = await trainInThread(histories, products.length)
    const counts = new Uint32Array(products.length)
    for (const { items } of histories.flat()) for (const item of items) counts[item] = (counts[item] ?? 0) + 1
    const idsOf = ({ items }: Neighbours) => Array.from(items, (item) => products[item] ?? '')
    const rows = products.map((product_id, item) => {
      const [likely, together] = [model.likely[item], model.together[item]]
      return {
        product_id,
        likely_ids: likely === undefined ? [] : idsOf(likely),
        likely_weights: [...(likely?.weights ?? [])],
        together_ids: together === undefined ? [] : idsOf(together),
        together_weights: [...(together?.weights ?? [])],
        baskets: counts[item] ?? 0,
      }
    })
    const facts = {
      id: newId(),
      trained_at: now().toISOString(),
      baskets,
      own_baskets: await countBaskets(deps.db),
      buyers: histories.length,
      products: products.length,
      seconds: (performance.now() - started) / 1_000,
    }
    await deps.db.tx((tx) => replaceModel(tx, facts, rows))
    deps.log.info('recommendations trained', facts)
  }

/** Orders training for when an import that tells of itself batch by batch has come to its end. */
export const onPastLinesImported =
  (deps: RecommendationsDeps): Listener<EventPayload<Orders, 'orders.past-lines-imported.v1'>> =>
  async (_event, { once, now }) => {
    const runAt = new Date(now().getTime() + AFTER_IMPORT_MS)
    await once((tx) => deps.jobs.add(tx, 'train', {}, { key: 'train', maxAttempts: 3, runAt }))
  }

/** Orders training when there is no model, when it is a day old, or when the shop has sold a fifth more since. */
export const orderTraining =
  (deps: RecommendationsDeps) =>
  async ({ now }: JobContext): Promise<void> => {
    const model = await findModel(deps.db)
    const fresh = model !== null && now().getTime() - Date.parse(model.trained_at) < DAY
    if (fresh && (await countBaskets(deps.db)) <= Math.max(model.own_baskets, 5) * GROWN) return
    await deps.db.tx((tx) => deps.jobs.add(tx, 'train', {}, { key: 'train', maxAttempts: 3 }))
  }
