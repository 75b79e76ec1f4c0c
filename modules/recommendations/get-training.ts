import type { Recommendations } from '@rampart/contracts/recommendations.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { RecommendationsDeps } from './deps.ts'
import { countBaskets } from './store/baskets.ts'
import { findModel } from './store/models.ts'
import { findTrainingState } from './store/trainings.ts'
import { countViews } from './store/views.ts'

/** What is in force, what is under way, and what there is to learn from by now. */
export const getTraining =
  (deps: RecommendationsDeps): Handler<Recommendations, 'getTraining'> =>
  async () => {
    const [model, state, baskets, views] = await Promise.all([
      findModel(deps.db),
      findTrainingState(deps.db),
      countBaskets(deps.db),
      countViews(deps.db),
    ])
    const { running_since, ordered_at, failed_at } = state
    return {
      last: model === null ? null : lastOf(model),
      now: running_since !== null ? 'running' : ordered_at === null ? 'idle' : 'waiting',
      since: running_since ?? ordered_at,
      failed_at,
      baskets,
      views,
    }
  }

function lastOf({
  id: _id,
  own_baskets: _own,
  ...facts
}: NonNullable<Awaited<ReturnType<typeof findModel>>>) {
  return facts
}
