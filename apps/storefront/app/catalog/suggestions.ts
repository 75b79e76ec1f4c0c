import type { PublicClient } from '@rampart/client/public-client.ts'

export type Suggestions = Awaited<ReturnType<PublicClient['search']['suggest']>>

/** Fewer letters than this suggest nothing. */
export const MIN_LETTERS = 2

/** One of the things that may be meant, and where it leads. */
export type Suggestion =
  | { readonly kind: 'query'; readonly text: string; readonly href: string }
  | { readonly kind: 'category'; readonly text: string; readonly href: string }
  | { readonly kind: 'product'; readonly product: Suggestions['products'][number]; readonly href: string }

/** Asks what somebody who is still typing may mean. */
export async function fetchSuggestions(q: string, signal: AbortSignal): Promise<Suggestions> {
  const response = await fetch(`/api/v1/search/suggest?q=${encodeURIComponent(q)}`, {
    signal,
    headers: { accept: 'application/json', 'x-audience': 'shop' },
  })
  if (!response.ok) throw new Error(`No suggestions: ${String(response.status)}`)
  return (await response.json()) as Suggestions
}

/** Everything that is suggested, in the order in which it is shown. */
export function inOrder({ queries, categories, products }: Suggestions): Suggestion[] {
  return [
    ...queries.map((text): Suggestion => ({
      kind: 'query',
      text,
      href: `/search?${new URLSearchParams({ q: text })}`,
    })),
    ...categories.map(({ slug, name }): Suggestion => ({ kind: 'category', text: name, href: `/c/${slug}` })),
    ...products.map((product): Suggestion => ({ kind: 'product', product, href: `/p/${product.slug}` })),
  ]
}
