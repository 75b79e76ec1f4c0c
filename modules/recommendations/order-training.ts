import type { Orders } from '@rampart/contracts/orders.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { RecommendationsDeps } from './deps.ts'
import { queueTraining } from './queue-training.ts'
import { countBaskets } from './store/baskets.ts'
import { findModel } from './store/models.ts'

const DAY = 86_400_000
const GROWN = 1.2
const AFTER_IMPORT_MS = 120_000

/** Orders training for when an import that tells of itself batch by batch has come to its end. */
export const onPastLinesImported =
  (deps: RecommendationsDeps): Listener<EventPayload<Orders, 'orders.past-lines-imported.v1'>> =>
  async (_event, { once, now }) => {
    await once((tx) => queueTraining(deps, tx, new Date(now().getTime() + AFTER_IMPORT_MS)))
  }

/** Orders training when there is no model, when it is a day old, or when the shop has sold a fifth more since. */
export const orderTraining =
  (deps: RecommendationsDeps) =>
  async ({ now }: JobContext): Promise<void> => {
    const model = await findModel(deps.db)
    const fresh = model !== null && now().getTime() - Date.parse(model.trained_at) < DAY
    if (fresh && (await countBaskets(deps.db)) <= Math.max(model.own_baskets, 5) * GROWN) return
    await deps.db.tx((tx) => queueTraining(deps, tx))
  }
