import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { RecommendationsDeps } from '../deps.ts'
import { pruneViews, VIEW_DAYS } from '../store/views.ts'

const DAY = 86_400_000

/** Forgets what was looked at long ago. */
export const forgetOldViews =
  (deps: RecommendationsDeps) =>
  async ({ now }: JobContext): Promise<void> => {
    await pruneViews(deps.db, new Date(now().getTime() - VIEW_DAYS * DAY))
  }
