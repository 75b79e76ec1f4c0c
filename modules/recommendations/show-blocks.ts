import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Block, Recommendation, Wanted } from './candidate.ts'
import type { RecommendationsDeps } from './deps.ts'

const CARDS_AT_ONCE = 100

type Card = Recommendation['product']

type How = {
  /** Products of one block. */
  readonly limit: number
  /** What is not to be shown to whoever asks. */
  readonly hidden: ReadonlySet<string>
}

/**
 * Blocks with the cards of their products: what is not sold, not in stock or hidden is left out, nothing is shown twice, and
 * a reason whose product is gone is told without it. Empty blocks are left out.
 */
export async function showBlocks(
  deps: RecommendationsDeps,
  context: CallContext,
  wanted: readonly Wanted[],
  { limit, hidden }: How,
): Promise<Block[]> {
  const cards = await findCards(
    deps,
    context,
    wanted.flatMap(({ candidates }) =>
      candidates.flatMap((each) => [each.product_id, each.because ?? []].flat()),
    ),
  )
  const shown = new Set(hidden)
  const blocks: Block[] = []
  for (const { kind, candidates } of wanted) {
    const items: Recommendation[] = []
    for (const { product_id, reason, because } of candidates) {
      const product = cards.get(product_id)
      if (items.length === limit || product === undefined || !product.in_stock || shown.has(product_id))
        continue
      shown.add(product_id)
      items.push({ product, reason: { type: reason, product: named(because, cards) } })
    }
    if (items.length > 0) blocks.push({ kind, items })
  }
  return blocks
}

async function findCards(
  deps: RecommendationsDeps,
  context: CallContext,
  productIds: readonly string[],
): Promise<Map<string, Card>> {
  const ids = [...new Set(productIds)]
  const cards = new Map<string, Card>()
  for (let from = 0; from < ids.length; from += CARDS_AT_ONCE) {
    const { items } = await deps.clients.catalog.getCards(context, {
      product_ids: ids.slice(from, from + CARDS_AT_ONCE),
    })
    for (const card of items) cards.set(card.id, card)
  }
  return cards
}

function named(because: string | null, cards: ReadonlyMap<string, Card>) {
  const card = because === null ? undefined : cards.get(because)
  return card === undefined ? null : { id: card.id, slug: card.slug, name: card.name }
}
