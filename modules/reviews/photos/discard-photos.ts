import { z } from 'zod'
import { Id } from '@rampart/platform/contract/fields.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import type { ReviewsDeps } from '../deps.ts'

/** The job that throws photos away. */
export const DISCARD_JOB = 'discard-photos'

const Payload = z.strictObject({ account_id: Id, photo_ids: z.array(Id) })

/** Has media throw photos away whose review is gone, or that were taken off it. */
export const discardPhotosJob =
  (deps: ReviewsDeps): JobHandler =>
  async (payload, { call }) => {
    await deps.clients.media.discardReviewPhotos(call, Payload.parse(payload))
  }
