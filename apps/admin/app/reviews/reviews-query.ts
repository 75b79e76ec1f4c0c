import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Input } from '../api.ts'

/** A page of reviews. The last one stays in sight while the next is on its way. */
export function reviewsQuery(input: Input<'reviews', 'listManagedReviews'>) {
  return queryOptions({
    queryKey: ['reviews', input],
    queryFn: ({ signal }) => api.reviews.listManagedReviews(input, { signal }),
    placeholderData: keepPreviousData,
  })
}
