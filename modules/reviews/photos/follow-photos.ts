import type { Tx } from '@rampart/platform/db/db.ts'
import type { ReviewsDeps } from '../deps.ts'
import { photosOf } from '../store/photos.ts'
import { DISCARD_JOB } from './discard-photos.ts'
import { SHOW_JOB } from './show-photos.ts'

/** Has the photos of a review shown or hidden, as its status wants it once the transaction is through. */
export async function followPhotos(deps: ReviewsDeps, tx: Tx, review_id: string): Promise<void> {
  if ((await photosOf(tx, review_id)).length === 0) return
  await deps.jobs.add(tx, SHOW_JOB, { review_id }, { key: `${SHOW_JOB} ${review_id}` })
}

/** Has photos thrown away once the transaction is through. */
export async function discardPhotos(
  deps: ReviewsDeps,
  tx: Tx,
  account_id: string,
  photo_ids: readonly string[],
): Promise<void> {
  if (photo_ids.length > 0) await deps.jobs.add(tx, DISCARD_JOB, { account_id, photo_ids })
}
