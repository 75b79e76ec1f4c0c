import { z } from 'zod'
import { Id } from '@rampart/platform/contract/fields.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import type { ReviewsDeps } from '../deps.ts'
import { findShown } from '../store/photos.ts'

/** The job that lets everybody see photos, or nobody. */
export const SHOW_JOB = 'show-photos'

const Payload = z.strictObject({ review_id: Id })

/**
 * Has media show the photos of a published review, and hide those of any other. It looks again afterwards: whoever was
 * overtaken by another decision puts right what they did, whichever of two jobs comes last.
 */
export const showPhotos =
  (deps: ReviewsDeps): JobHandler =>
  async (payload, { call }) => {
    const { review_id } = Payload.parse(payload)
    let done: boolean | undefined
    for (;;) {
      const now = await findShown(deps.db, review_id)
      if (now === null || now.photo_ids.length === 0 || now.published === done) return
      const { customer_id: account_id, photo_ids, published } = now
      await deps.clients.media.publishReviewPhotos(call, { account_id, photo_ids, published })
      done = published
    }
  }
