import type { Queryable } from '@rampart/platform/db/db.ts'
import type { StoredCard } from './product-view.ts'
import { findCards } from './store/cards.ts'

const KEPT_MS = 1_000
const MOST = 5_000

/** Cards of published products, in the order asked for. */
export type KeptCards = {
  (ids: readonly string[], now: Date): Promise<StoredCard[]>
  /** Forgets every card, also those that are being read. */
  forget(): void
}

/**
 * Cards are kept for a second, and no longer than nothing is written in this process: what many look at in the same
 * moment is read once.
 */
export function keptCards(db: Queryable): KeptCards {
  let kept = new Map<string, { readonly until: number; readonly card: StoredCard | null }>()

  const cards = async (ids: readonly string[], now: Date): Promise<StoredCard[]> => {
    const at = now.getTime()
    // What is forgotten meanwhile is another map: nothing that was read before a write is kept behind it.
    const known = kept
    const answers = new Map<string, StoredCard | null>()
    for (const id of ids) {
      const entry = known.get(id)
      if (entry !== undefined && at < entry.until) answers.set(id, entry.card)
    }
    const missing = ids.filter((id) => !answers.has(id))
    if (missing.length > 0) {
      const found = new Map((await findCards(db, missing)).map((card) => [card.id, card]))
      if (known.size > MOST) known.clear()
      for (const id of missing) {
        const card = found.get(id) ?? null
        answers.set(id, card)
        known.set(id, { until: at + KEPT_MS, card })
      }
    }
    return [...new Set(ids)].flatMap((id) => answers.get(id) ?? [])
  }
  return Object.assign(cards, {
    forget: () => {
      kept = new Map()
    },
  })
}
