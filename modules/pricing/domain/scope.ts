type Things = {
  readonly variants: ReadonlySet<string>
  readonly products: ReadonlySet<string>
  /** Of an article all categories count, those above its own too. */
  readonly categories: ReadonlySet<string>
}

/** Which articles a promotion is about. */
export type Scope = Things & {
  /** Beside the things: theirs alone. Empty means everybody's. */
  readonly sellers: ReadonlySet<string>
  /** Never these. */
  readonly except: Things
}

type Article = {
  readonly variant_id: string
  readonly product_id: string
  readonly category_ids: readonly string[]
  readonly seller_id: string | null
  readonly discountable: boolean
}

/** Whether an article is meant: one of the things, or anything when none is named. What may not be discounted never is. */
export function inScope(scope: Scope, article: Article): boolean {
  if (!article.discountable || isOneOf(scope.except, article)) return false
  if (scope.sellers.size > 0 && (article.seller_id === null || !scope.sellers.has(article.seller_id)))
    return false
  const anything = scope.variants.size + scope.products.size + scope.categories.size === 0
  return anything || isOneOf(scope, article)
}

function isOneOf(things: Things, article: Article): boolean {
  return (
    things.variants.has(article.variant_id) ||
    things.products.has(article.product_id) ||
    article.category_ids.some((category) => things.categories.has(category))
  )
}
