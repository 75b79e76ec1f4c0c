/** How many published reviews have one star, two, … five. */
export type Stars = readonly number[]

/** How many reviews there are, and their average with two decimals; null without any. */
export function ratingOf(stars: Stars): { count: number; average: number | null } {
  const count = stars.reduce((sum, of) => sum + of, 0)
  if (count === 0) return { count, average: null }
  const points = stars.reduce((sum, of, index) => sum + of * (index + 1), 0)
  return { count, average: Math.round((points * 100) / count) / 100 }
}

/** From five stars down to one. */
export function histogramOf(stars: Stars): { rating: number; count: number }[] {
  return [5, 4, 3, 2, 1].map((rating) => ({ rating, count: stars[rating - 1] ?? 0 }))
}
