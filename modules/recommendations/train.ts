import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import { type Collected, collectHistories } from './collect-histories.ts'
import type { RecommendationsDeps } from './deps.ts'
import { sharesOfReturning } from './domain/again.ts'
import type { Neighbours } from './domain/basket.ts'
import type { Model } from './domain/train.ts'
import { queueTraining, TRIES } from './queue-training.ts'
import { countBaskets } from './store/baskets.ts'
import { type NeighbourRow, replaceModel } from './store/models.ts'
import { beat, beginTraining, dropOrder, endTraining, findTrainingState } from './store/trainings.ts'
import { takeOverOrders } from './take-over-orders.ts'
import { trainInThread } from './train-in-thread.ts'

const BEAT_MS = 10_000
const LATER_MS = 60_000

/**
 * Learns from all orders and looks, and replaces the model in force by what was learnt. Until then shoppers are shown the
 * old one. While another process trains, what somebody ordered is tried again later.
 */
export const trainJob =
  (deps: RecommendationsDeps): JobHandler =>
  async (_payload, { call, now, attempt }) => {
    const id = await deps.db.tx((tx) => beginTraining(tx, now()))
    if (id === null) return await waitForOther(deps, now())
    const beats = setInterval(() => void beat(deps.db, id).catch(() => undefined), BEAT_MS)
    try {
      await train(deps, call, now, id)
    } catch (error) {
      await deps.db.tx((tx) => endTraining(tx, id, 'failed', now()))
      if (attempt >= TRIES) await dropOrder(deps.db)
      throw error
    } finally {
      clearInterval(beats)
    }
  }

async function waitForOther(deps: RecommendationsDeps, now: Date): Promise<void> {
  const { ordered_at } = await findTrainingState(deps.db)
  if (ordered_at === null) return
  await deps.db.tx((tx) => queueTraining(deps, tx, new Date(now.getTime() + LATER_MS)))
}

async function train(
  deps: RecommendationsDeps,
  call: CallContext,
  now: () => Date,
  id: string,
): Promise<void> {
  await takeOverOrders(deps, call, now())
  const started = performance.now()
  const collected = await collectHistories(deps, call)
  const { histories, looked, products, baskets, views } = collected
  const model = await trainInThread(histories, products.length, looked)
  const rows = rowsOf(collected, model)
  const facts = {
    id: newId(),
    trained_at: now().toISOString(),
    baskets,
    own_baskets: await countBaskets(deps.db),
    buyers: histories.filter((history) => history.length > 0).length,
    products: products.length,
    views,
    seconds: (performance.now() - started) / 1_000,
  }
  await deps.db.tx(async (tx) => {
    // Whoever was taken for dead does not put its model in the place of a newer one.
    if (!(await endTraining(tx, id, 'done', now()))) throw new Error('Another training has begun meanwhile.')
    await replaceModel(tx, facts, rows)
  })
  deps.log.info('recommendations trained', facts)
}

function rowsOf({ histories, products }: Collected, model: Model): NeighbourRow[] {
  const counts = new Uint32Array(products.length)
  for (const { items } of histories.flat()) for (const item of items) counts[item] = (counts[item] ?? 0) + 1
  const again = sharesOfReturning(histories, products.length)
  const idsOf = ({ items }: Neighbours) => Array.from(items, (item) => products[item] ?? '')
  return products.map((product_id, item) => {
    const [likely, together] = [model.likely[item], model.together[item]]
    return {
      product_id,
      likely_ids: likely === undefined ? [] : idsOf(likely),
      likely_weights: [...(likely?.weights ?? [])],
      together_ids: together === undefined ? [] : idsOf(together),
      together_weights: [...(together?.weights ?? [])],
      baskets: counts[item] ?? 0,
      again: again[item] ?? 0,
    }
  })
}
