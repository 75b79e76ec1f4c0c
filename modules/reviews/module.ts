import { catalog } from '@rampart/contracts/catalog.ts'
import { media } from '@rampart/contracts/media.ts'
import { orders } from '@rampart/contracts/orders.ts'
import { reviews } from '@rampart/contracts/reviews.ts'
import { listen } from '@rampart/platform/events/listener.ts'
import { defineModule } from '@rampart/platform/module/define-module.ts'
import { approveReview } from './approve-review.ts'
import { createReview } from './create-review.ts'
import { deleteReview } from './delete-review.ts'
import { getRating } from './get-rating.ts'
import { getReview } from './get-review.ts'
import { listManagedReviews } from './list-managed-reviews.ts'
import { listOwnReviews } from './list-own-reviews.ts'
import { listReviews } from './list-reviews.ts'
import { markHelpful } from './mark-helpful.ts'
import { onProductChanged, onProductsImported } from './on-product-changed.ts'
import { onPurchaseUndone } from './on-purchase-undone.ts'
import { addReviewPhoto } from './photos/add-review-photo.ts'
import { DISCARD_JOB, discardPhotosJob } from './photos/discard-photos.ts'
import { getReviewPhoto } from './photos/get-review-photo.ts'
import { removeReviewPhoto } from './photos/remove-review-photo.ts'
import { SHOW_JOB, showPhotos } from './photos/show-photos.ts'
import { sweepLostPhotos } from './photos/sweep-lost-photos.ts'
import { erasePersonalData } from './privacy/erase-personal-data.ts'
import { exportPersonalData } from './privacy/export-personal-data.ts'
import { rejectReview } from './reject-review.ts'
import { replyToReview } from './reply-to-review.ts'
import { reportReview } from './report-review.ts'
import { updateReview } from './update-review.ts'

/** What customers think of products, once a moderator has read it. */
export const reviewsModule = defineModule({
  contract: reviews,
  calls: { catalog, media, orders },
  migrations: new URL('./migrations/', import.meta.url),
  create: (deps) => ({
    operations: {
      listReviews: listReviews(deps),
      getRating: getRating(deps),
      listOwnReviews: listOwnReviews(deps),
      getReview: getReview(deps),
      createReview: createReview(deps),
      updateReview: updateReview(deps),
      deleteReview: deleteReview(deps),
      addReviewPhoto: addReviewPhoto(deps),
      removeReviewPhoto: removeReviewPhoto(deps),
      getReviewPhoto: getReviewPhoto(deps),
      approveReview: approveReview(deps),
      rejectReview: rejectReview(deps),
      markHelpful: markHelpful(deps),
      reportReview: reportReview(deps),
      listManagedReviews: listManagedReviews(deps),
      replyToReview: replyToReview(deps),
      exportPersonalData: exportPersonalData(deps),
      erasePersonalData: erasePersonalData(deps),
    },
    listens: [
      listen(catalog, 'catalog.product-changed.v1', onProductChanged(deps)),
      listen(catalog, 'catalog.products-imported.v1', onProductsImported(deps)),
      listen(orders, 'orders.purchase-undone.v1', onPurchaseUndone(deps)),
    ],
    jobs: { [SHOW_JOB]: showPhotos(deps), [DISCARD_JOB]: discardPhotosJob(deps) },
    schedules: [{ name: 'sweep-lost-photos', everySeconds: 3_600, run: sweepLostPhotos(deps) }],
  }),
})
