import type { IndexDocument } from './index-document.ts'
import { kindOf } from './index-fields.ts'
import { nounsOf } from './title.ts'
import { wordsOf } from './words.ts'

export type PhraseRow = { readonly start: string; readonly phrase: string; readonly documents: number }

const MAX_LENGTH = 60
const MAX_WORDS = 5

/** Counts what can be offered while somebody types: brands, kinds, categories, and a brand with its kinds. */
export function phraseTally() {
  const phrases = new Map<string, { phrase: string; documents: number }>()
  const count = (phrase: string | null | undefined) => {
    const text = phrase?.trim().toLowerCase() ?? ''
    const key = wordsOf(text).join(' ')
    if (key === '' || text.length > MAX_LENGTH) return
    const known = phrases.get(key)
    if (known === undefined) phrases.set(key, { phrase: text, documents: 1 })
    else known.documents += 1
  }
  return {
    add: (document: IndexDocument) => {
      const kind = kindOf(document) ?? lastNouns(document)
      const category = document.categories.at(-1)?.name
      count(document.brand)
      count(kind)
      count(category)
      if (document.brand !== null && kind !== null) count(`${document.brand} ${kind}`)
    },
    rows: (): PhraseRow[] =>
      [...phrases].flatMap(([key, { phrase, documents }]) =>
        startsOf(key).map((start) => ({ start, phrase, documents })),
      ),
  }
}

/** A phrase from each of its words on. */
export function startsOf(key: string): string[] {
  const words = key.split(' ').slice(0, MAX_WORDS)
  return [...new Set(words.map((_, index) => words.slice(index).join(' ')))]
}

// Without an attribute for it, the end of the name's nouns says what a thing is: 'Acme X1 desk lamp' is a desk lamp.
function lastNouns({ name, brand }: IndexDocument): string | null {
  const brands = new Set(wordsOf(brand ?? ''))
  const nouns = nounsOf(name).filter((word) => !brands.has(word) && word.length > 2)
  return nouns.length === 0 ? null : nouns.slice(-2).join(' ')
}
