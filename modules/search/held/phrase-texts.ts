import type { Queryable } from '@rampart/platform/db/db.ts'
import { findPhraseTexts } from '../store/held.ts'
import type { Slot } from '../store/state.ts'
import type { HeldDocuments } from './documents.ts'

/** Letters that are held at most. */
const MAX_LETTERS = 16_000_000

/** The texts of documents that phrases are looked for in, by their places. */
export type PhraseTexts = (slot: Slot, places: readonly number[]) => Promise<ReadonlyMap<number, string>>

/** Reads texts once, as long as there is room for them. */
export function phraseTexts(db: Queryable, documents: HeldDocuments): PhraseTexts {
  const held = new Map<number, string>()
  let letters = 0
  return async (slot, places) => {
    const missing = places.filter((place) => !held.has(place))
    const rows = missing.length === 0 ? [] : await findPhraseTexts(db, slot, missing.map((place) => documents.numbers[place] ?? 0)) // prettier-ignore
    const found = new Map<number, string>()
    for (const place of places) {
      const text = held.get(place)
      if (text !== undefined) found.set(place, text)
    }
    if (letters > MAX_LETTERS) {
      held.clear()
      letters = 0
    }
    for (const { doc_no, phrases } of rows) {
      const place = documents.placeOf(doc_no)
      if (place === undefined) continue
      found.set(place, phrases)
      if (!held.has(place)) letters += phrases.length
      held.set(place, phrases)
    }
    return found
  }
}
