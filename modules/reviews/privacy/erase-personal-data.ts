import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { countRating } from '../count-rating.ts'
import type { ReviewsDeps } from '../deps.ts'
import { eraseCustomer } from '../store/personal-data.ts'

/** Removes everything of a customer who leaves: free text may say who they are, so nothing of it stays. */
export const erasePersonalData =
  (deps: ReviewsDeps): Handler<Reviews, 'erasePersonalData'> =>
  async ({ account_id }) => {
    await deps.db.tx(async (tx) => {
      for (const review of await eraseCustomer(tx, account_id)) await countRating(deps, tx, review, -1)
    })
    return null
  }
