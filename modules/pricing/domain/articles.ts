import type { CartLine } from './cart.ts'

/** All pieces of one variant at one price. */
export type Article = CartLine & { readonly list_minor: number }

/**
 * The lines as what is bought: lines of one variant at one price are one, in an order that does not depend on that of the lines.
 * Throws where an amount or a quantity is none, or the sum is more than a number holds exactly.
 */
export function articlesOf(lines: readonly CartLine[]): Article[] {
  const byKey = new Map<string, CartLine>()
  for (const line of lines) {
    if (!isAmount(line.unit_price_minor) || !isAmount(line.quantity) || line.quantity === 0) {
      throw new Error('A line needs a price in whole minor units and at least one piece.')
    }
    const key = articleKey(line)
    const known = byKey.get(key)
    byKey.set(key, known === undefined ? line : { ...known, quantity: known.quantity + line.quantity })
  }
  const articles = [...byKey.values()]
    .map((line) => ({ ...line, list_minor: line.unit_price_minor * line.quantity }))
    .sort(
      (left, right) =>
        compare(left.variant_id, right.variant_id) || left.unit_price_minor - right.unit_price_minor,
    )
  if (!isAmount(articles.reduce((sum, article) => sum + article.list_minor, 0))) {
    throw new Error('A cart is worth more than can be counted exactly.')
  }
  return articles
}

/** What makes two lines one article. */
export function articleKey(line: { readonly variant_id: string; readonly unit_price_minor: number }): string {
  return `${line.variant_id} ${line.unit_price_minor}`
}

function isAmount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function compare(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}
