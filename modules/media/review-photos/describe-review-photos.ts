import type { Media } from '@rampart/contracts/media.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { MediaDeps } from '../deps.ts'
import { findPhotos } from '../store/review-photos.ts'
import { viewPhoto } from './photo-view.ts'

/** Tells what is known about photos of reviews. */
export const describeReviewPhotos =
  (deps: MediaDeps): Handler<Media, 'describeReviewPhotos'> =>
  async ({ photo_ids }) => ({ photos: (await findPhotos(deps.db, photo_ids, null)).map(viewPhoto) })
