import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { EventPayload } from '@rampart/platform/contract/define-contract.ts'
import type { Listener } from '@rampart/platform/events/listener.ts'
import type { CatalogDeps } from './deps.ts'
import { hearRating } from './store/ratings.ts'
import { tellListings } from './tell-listings.ts'

/** Takes over what a product is rated. Needs no inbox: an older rating than the one known has no effect. */
export const onRatingChanged =
  (deps: CatalogDeps): Listener<EventPayload<Reviews, 'reviews.rating-changed.v1'>> =>
  async ({ payload }) => {
    await deps.db.tx(async (tx) => {
      await hearRating(tx, payload)
      await tellListings(deps, tx, [payload.product_id])
    })
  }
