import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { ReviewsDeps } from '../deps.ts'
import { findLost, forgetPhoto } from '../store/photos.ts'

const HOUR_MS = 3_600_000

/** Forgets photos that never came, and what media may have of them: whoever sent them is told that it failed. */
export const sweepLostPhotos =
  (deps: ReviewsDeps) =>
  async ({ call, now }: JobContext): Promise<void> => {
    for (const { id, customer_id } of await findLost(deps.db, new Date(now().getTime() - HOUR_MS))) {
      await deps.clients.media.discardReviewPhotos(call, { account_id: customer_id, photo_ids: [id] })
      await forgetPhoto(deps.db, id)
    }
  }
