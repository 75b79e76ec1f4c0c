import type { AttributeCoverage } from '../domain/facet-choice.ts'
import type { AttributeFilter } from '../domain/filters.ts'
import type { IndexDocument } from '../domain/index-document.ts'
import type { AskedWords } from '../domain/rank.ts'

export type SortName = 'relevance' | 'newest' | 'price' | '-price' | 'name' | '-name' | '-rating'

/** What a result is narrowed by. Each but the category and the stock has a facet that lifts it. */
export type Narrowing = {
  readonly category: string | undefined
  readonly brands: readonly string[]
  readonly price: { readonly min: number | null; readonly max: number | null } | null
  readonly inStock: boolean
  readonly ratingMin: number | null
  readonly attributes: readonly AttributeFilter[]
}

/** Narrowed by nothing. */
export const everything: Narrowing = {
  category: undefined,
  brands: [],
  price: null,
  inStock: false,
  ratingMin: null,
  attributes: [],
}

/** A question with its words understood. */
export type EngineQuery = Narrowing & {
  /** null: no text was given. */
  readonly text: UnderstoodText | null
  /** Products that stand before all others, in this order. */
  readonly pinned: readonly string[]
}

export type UnderstoodText = {
  readonly words: readonly UnderstoodWord[]
  /** How many of the words a product must have. 0 with no word: nothing is found. */
  readonly needed: number
}

/** A word and what may stand for it, by weight; the word itself weighs 1. */
export type UnderstoodWord = {
  readonly word: string
  readonly terms: readonly { readonly term: string; readonly weight: number }[]
}

export type Window = { readonly limit: number; readonly offset: number }
export type ValueCount = { readonly key: string; readonly value: string; readonly count: number }
export type NumberRange = { readonly key: string; readonly min: number; readonly max: number }

export type AttributeFacets = {
  readonly values: readonly ValueCount[]
  readonly ranges: readonly NumberRange[]
  readonly names: Readonly<Record<string, string>>
}

/** From how many stars on products can be asked for. */
export const ratingSteps = [4, 3, 2] as const

/** An index of the catalogue. PostgreSQL's is the default; others answer the same questions in the same way. */
export type SearchEngine = {
  /** Names the state of the index: while it is called the same, a question has the same answer. Absent: it cannot tell. */
  readonly standing?: () => Promise<string>
  /** Of these words, those that stand in at least one document. */
  readonly knownWords: (words: readonly string[]) => Promise<ReadonlySet<string>>
  /** Words that begin like this, most frequent first. */
  readonly wordsStarting: (start: string, limit: number) => Promise<string[]>
  /** The word that somebody most likely meant; null where none is near. */
  readonly nearestWord: (word: string) => Promise<string | null>
  /** How many products have as many of the words as are needed, whatever else narrows; counted up to `limit`. */
  readonly countByText: (text: UnderstoodText, limit: number) => Promise<number>
  readonly page: (query: EngineQuery, sort: SortName, window: Window, asked: AskedWords) => Promise<string[]>
  readonly count: (query: EngineQuery) => Promise<number>
  readonly brandAndPrice: (query: EngineQuery) => Promise<{
    readonly brands: readonly ValueCount[]
    readonly price: { min: number; max: number } | null
    /** How many products have at least so many stars, most stars first; without those that none has. */
    readonly ratings: readonly ValueCount[]
  }>
  readonly attributeCoverage: (
    query: EngineQuery,
  ) => Promise<{ sampled: number; attributes: AttributeCoverage[] }>
  readonly attributeFacets: (
    query: EngineQuery,
    texts: readonly string[],
    numbers: readonly string[],
  ) => Promise<AttributeFacets>
  /** Phrases with a word that begins like this, most telling first. */
  readonly phrasesStarting: (start: string, limit: number) => Promise<string[]>
}

/** One page of products on their way into an index that is being built. */
export type DocumentPage = readonly IndexDocument[]
