import type { Reviews } from '@rampart/contracts/reviews.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { ReviewsDeps } from '../deps.ts'
import { findAllOf, findOpinionsOf } from '../store/personal-data.ts'

/** What a customer has written about products, voted for and reported. */
export const exportPersonalData =
  (deps: ReviewsDeps): Handler<Reviews, 'exportPersonalData'> =>
  async ({ account_id }) => {
    const rows = await findAllOf(deps.db, account_id)
    const { votes, reports } = await findOpinionsOf(deps.db, account_id)
    // What others reported about them is not theirs.
    const data = rows.map(
      ({ customer_id: _customer, report_count: _reports, version: _version, ...row }) => row,
    )
    return {
      sections: [
        { name: 'reviews', data },
        { name: 'review-votes', data: votes },
        { name: 'review-reports', data: reports },
      ],
    }
  }
