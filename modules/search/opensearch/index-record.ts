import { bestFields, blendedCounts, type IndexStatistics } from '../domain/impact.ts'
import type { IndexDocument } from '../domain/index-document.ts'
import { indexFields, phraseText } from '../domain/index-fields.ts'
import { phraseTally } from '../domain/phrases.ts'
import { nounsOf } from '../domain/title.ts'
import type { Json } from './cluster.ts'
import { BLEND_SCALE } from './index-settings.ts'

/** Stands between a phrase and the end of it that begins with what is typed. No phrase holds one. */
export const OFFER_MARK = '\t'

/** A product as it is stored. */
export function indexRecord(document: IndexDocument, statistics: IndexStatistics): Json {
  const { product_id, brand, price_minor, in_stock, rating_count, rating_average, sort_name } = document
  const fields = indexFields(document)
  const names = new Map(document.attributes.map(({ key, name }) => [key, name]))
  return {
    ...Object.fromEntries(bestFields.map((field) => [field, fields[field].join(' ')])),
    blend: blendText(blendedCounts(fields, statistics)),
    words: [...new Set(Object.values(fields).flat())],
    phrases: phraseText(document).split('|'),
    offers: offersOf(document),
    nouns: nounsOf(document.name),
    ...{ product_id, brand_value: brand, price_minor, in_stock, rating_count, rating_average, sort_name },
    categories: document.categories.flatMap(({ id, slug }) => [id, slug]),
    filters: document.filters.map((filter) => ({ ...filter, name: names.get(filter.key) ?? filter.key })),
  }
}

function blendText(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .map(([word, count]) => `${word}|${String(Math.max(1, Math.round(count * BLEND_SCALE)))}`)
    .join(' ')
}

function offersOf(document: IndexDocument): string[] {
  const phrases = phraseTally()
  phrases.add(document)
  return phrases.rows().map(({ start, phrase }) => `${start}${OFFER_MARK}${phrase.replaceAll(/\s/g, ' ')}`)
}
