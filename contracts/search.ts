import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Page, pageFields, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Card, Facet, listFields } from './catalog-schemas.ts'

const everybody = { allow: ['anyone'], permission: 'catalog:read', own: 'catalog:own' } as const
const editors = { allow: ['staff'], permission: 'catalog:write' } as const

/** Words that nothing knows, and what was taken in their place. */
const Corrected = z.array(z.strictObject({ word: z.string(), taken_as: z.string() }))

/** What was done to a question that would have found nothing, or hardly anything. */
const Rescue = z.strictObject({
  /** The question that was answered. */
  searched: z.string(),
  corrected: Corrected,
  /** Words that nothing knows and nothing is like: they were left out. */
  left_out: z.array(z.string()),
  /** Whether products are among the answers, behind the others, that have only some of the words. */
  some_words: z.boolean(),
})

const Word = Text(60, 1)

const synonymFields = {
  /** What is typed. One word. */
  word: Word,
  /** What it also means. Each one word. */
  meanings: z.array(Word).min(1).max(20),
  /** Whether each of the meanings also finds the word. */
  both_ways: z.boolean().default(true),
}

const Synonym = z.strictObject({
  id: Id,
  word: z.string(),
  meanings: z.array(z.string()),
  both_ways: z.boolean(),
  updated_at: Timestamp,
})

const pinFields = {
  /** The whole question that it is for; case, accents and plurals make no difference. */
  question: Text(200, 1),
  /** In the order they are to be shown in. */
  product_ids: z.array(Id).min(1).max(20),
}

const Pin = z.strictObject({
  id: Id,
  question: z.string(),
  /** Products that are no longer sold are left out. */
  products: z.array(z.strictObject({ id: Id, name: z.string() })),
  product_ids: z.array(Id),
  updated_at: Timestamp,
})

const badWord = {
  SEARCH_ONE_WORD: { status: 400, message: 'A synonym is one word, with letters or digits.' },
} as const

const synonymErrors = {
  ...badWord,
  SEARCH_SYNONYM_TAKEN: { status: 409, message: 'This word has synonyms already: change those.' },
} as const

const pinErrors = {
  SEARCH_NO_QUESTION: { status: 400, message: 'There is not a word in this question.' },
  SEARCH_PIN_TAKEN: { status: 409, message: 'This question has pinned products already: change those.' },
} as const

export const search = defineContract({
  name: 'search',
  operations: {
    searchProducts: {
      kind: 'query',
      summary:
        'Published products by text, category, brand, price, rating and typed attributes, with facets.',
      http: { method: 'GET', path: '/search' },
      access: everybody,
      input: z.strictObject({
        ...listFields,
        /** Only what customers give at least so many stars. */
        rating_min: z.coerce.number().min(1).max(5).optional(),
        sort: z.enum(['relevance', 'newest', 'price', '-price', 'name', '-name', '-rating']).optional(),
      }),
      output: z.strictObject({
        ...Page(Card).shape,
        facets: z.array(Facet),
        /** Null: the question was answered as it stands. */
        rescue: Rescue.nullable(),
      }),
      errors: {
        SEARCH_BAD_FILTER: { status: 400, message: 'Write a filter as key:value or key:min..max.' },
      },
    },
    suggest: {
      kind: 'query',
      summary: 'What somebody who is still typing may mean: questions, categories and products.',
      http: { method: 'GET', path: '/search/suggest' },
      access: everybody,
      input: z.strictObject({ q: Text(100) }),
      output: z.strictObject({
        queries: z.array(z.string()),
        /** Categories with products whose name has every word that is typed, the last one as a beginning. */
        categories: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
        products: z.array(Card),
        corrected: Corrected,
      }),
    },
    explainSearch: {
      kind: 'query',
      summary: 'What the shop answers to a question at this moment, and why.',
      http: { method: 'GET', path: '/search/explain' },
      access: editors,
      input: z.strictObject({ q: Text(200, 1) }),
      output: z.strictObject({
        words: z.array(
          z.strictObject({
            word: z.string(),
            /** What is searched for; another word where this one was corrected. Null: it was left out. */
            taken_as: z.string().nullable(),
            /** What finds as well, but counts less. */
            also: z.array(z.strictObject({ word: z.string(), why: z.enum(['synonym', 'beginning']) })),
          }),
        ),
        /** Whether products follow that have only some of the words. */
        some_words: z.boolean(),
        total: z.int(),
        /** The first of them. */
        items: z.array(z.strictObject({ id: Id, name: z.string(), slug: z.string(), pinned: z.boolean() })),
      }),
    },
    listSynonyms: {
      kind: 'query',
      summary: 'Words and what they also mean.',
      http: { method: 'GET', path: '/search/synonyms' },
      access: editors,
      input: z.strictObject({ ...pageFields, q: Text(60).optional() }),
      output: Page(Synonym),
    },
    createSynonym: {
      kind: 'command',
      summary: 'Let a word also mean others.',
      http: { method: 'POST', path: '/search/synonyms', status: 201 },
      access: editors,
      input: z.strictObject(synonymFields),
      output: Synonym,
      errors: synonymErrors,
    },
    updateSynonym: {
      kind: 'command',
      summary: 'Change what a word also means.',
      http: { method: 'PUT', path: '/search/synonyms/:synonym_id' },
      access: editors,
      input: z.strictObject({ synonym_id: Id, ...synonymFields }),
      output: Synonym,
      errors: synonymErrors,
    },
    deleteSynonym: {
      kind: 'command',
      summary: 'Let a word mean nothing but itself.',
      http: { method: 'DELETE', path: '/search/synonyms/:synonym_id', status: 204 },
      access: editors,
      input: z.strictObject({ synonym_id: Id }),
      output: Nothing,
    },
    listPins: {
      kind: 'query',
      summary: 'Questions with products that are shown before all others.',
      http: { method: 'GET', path: '/search/pins' },
      access: editors,
      input: z.strictObject({ ...pageFields, q: Text(200).optional() }),
      output: Page(Pin),
    },
    createPin: {
      kind: 'command',
      summary: 'Show products before all others to those who ask this question.',
      http: { method: 'POST', path: '/search/pins', status: 201 },
      access: editors,
      input: z.strictObject(pinFields),
      output: Pin,
      errors: pinErrors,
    },
    updatePin: {
      kind: 'command',
      summary: 'Change the products that are shown first, or the question.',
      http: { method: 'PUT', path: '/search/pins/:pin_id' },
      access: editors,
      input: z.strictObject({ pin_id: Id, ...pinFields }),
      output: Pin,
      errors: pinErrors,
    },
    deletePin: {
      kind: 'command',
      summary: 'Let a question be answered without pinned products.',
      http: { method: 'DELETE', path: '/search/pins/:pin_id', status: 204 },
      access: editors,
      input: z.strictObject({ pin_id: Id }),
      output: Nothing,
    },
    getIndexState: {
      kind: 'query',
      summary: 'How many products can be found, how many wait to be taken in, and when the index was built.',
      http: { method: 'GET', path: '/search/index' },
      access: editors,
      input: z.strictObject({}),
      output: z.strictObject({
        documents: z.int(),
        pending: z.int(),
        /** Products that could not be taken in. They are tried again every ten minutes, and when they change. */
        failed: z.int(),
        building: z.boolean(),
        /** How far the building is, in percent; null while nothing is built. */
        progress: z.int().nullable(),
        /** How often the index was built. */
        generation: z.int(),
        built_at: Timestamp.nullable(),
        /** When the last change was taken in. */
        changed_at: Timestamp.nullable(),
        /** When the last building broke off; null once one has succeeded. */
        failed_at: Timestamp.nullable(),
      }),
    },
    rebuildIndex: {
      kind: 'command',
      summary: 'Build the index anew. The present one answers until the new one is whole.',
      http: { method: 'POST', path: '/search/index/rebuild', status: 202 },
      access: { ...editors, modules: ['cli'] },
      input: z.strictObject({}),
      output: Nothing,
    },
  },
})

export type Search = typeof search
