import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { RecommendationsDeps } from './deps.ts'
import { queueTraining } from './queue-training.ts'
import { noteOrder } from './store/trainings.ts'

/** Orders a training. One that runs at the moment comes to its end first. */
export const trainNow =
  (deps: RecommendationsDeps): Handler<Recommendations, 'trainNow'> =>
  async (_input, context) => {
    const now = context.now()
    await deps.db.tx(async (tx) => {
      await noteOrder(tx, now)
      await queueTraining(deps, tx)
      await deps.audit.record(tx, context, {
        action: 'recommendations.training-requested',
        subject_type: 'recommendations',
        subject_id: 'model',
      })
    })
    return { ordered_at: now.toISOString() }
  }
