import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { RecommendationsDeps } from './deps.ts'
import { replaceRecent } from './store/recent.ts'

/** Counts anew what sells lately. */
export const refreshRecent =
  (deps: RecommendationsDeps) =>
  async ({ now }: JobContext): Promise<void> => {
    await deps.db.tx((tx) => replaceRecent(tx, now()))
  }
