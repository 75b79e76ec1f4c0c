export const reviewSorts = ['newest', 'helpful', '-rating', 'rating'] as const

export type ReviewQuery = {
  page: number
  sort: (typeof reviewSorts)[number]
  /** Only those with so many stars. */
  stars: number | undefined
}

/** Which reviews an address asks for; what cannot be read is left out. */
export function readReviewQuery(params: URLSearchParams): ReviewQuery {
  const page = Math.trunc(Number(params.get('review_page') ?? 1))
  const stars = Number(params.get('review_stars'))
  return {
    page: page >= 1 && page <= 100_000 ? page : 1,
    sort: reviewSorts.find((sort) => sort === params.get('review_sort')) ?? 'newest',
    stars: [1, 2, 3, 4, 5].includes(stars) ? stars : undefined,
  }
}

/** The address of a product's page with other reviews on it; the chosen variant stays. */
export function reviewsAddress(
  slug: string,
  params: URLSearchParams,
  change: { page?: number; sort?: string; stars?: number | null },
): string {
  const query = readReviewQuery(params)
  const next = new URLSearchParams()
  const variant = params.get('variant')
  if (variant) next.set('variant', variant)
  const sort = change.sort ?? query.sort
  const stars = change.stars === undefined ? query.stars : change.stars
  if (sort !== 'newest') next.set('review_sort', sort)
  if (stars) next.set('review_stars', String(stars))
  if (change.page !== undefined && change.page > 1) next.set('review_page', String(change.page))
  const text = next.toString()
  return `/p/${slug}${text ? `?${text}` : ''}#reviews`
}
