import { bestFields } from '../domain/impact.ts'
import { rankingWeights } from '../domain/ranking-weights.ts'
import type { Json } from './cluster.ts'

/** Weighed counts are fractions, OpenSearch counts in whole numbers: they are stored so many times as large. */
export const BLEND_SCALE = 10

/** From this version on, what was called BM25 has another name, and the old name another factor. */
const RENAMED = 3

/**
 * How an index is made. Words come in as the search keeps them, so that both engines know the same ones: nothing is
 * taken off them here. Unknown fields are refused.
 */
export function indexSettings(version: number, meta: Json): Json {
  const { saturation, best_length } = rankingWeights
  const bm25 = version >= RENAMED ? 'LegacyBM25' : 'BM25'
  // What facets and suggestions count by is made ready as products are taken in, not by the first who asks.
  const counted = { type: 'keyword', eager_global_ordinals: true }
  const words = { type: 'text', analyzer: 'words', index_options: 'freqs' }
  return {
    settings: {
      index: {
        number_of_shards: 1,
        auto_expand_replicas: '0-1',
        refresh_interval: '-1',
        // What is deleted while an index is built stays deleted, however late the building comes to it.
        gc_deletes: '1h',
        similarity: {
          best: { type: bm25, k1: saturation, b: best_length },
          blend: { type: bm25, k1: saturation * BLEND_SCALE, b: 0 },
        },
      },
      analysis: {
        filter: { weighed: { type: 'delimited_term_freq', delimiter: '|' } },
        analyzer: {
          words: { type: 'custom', tokenizer: 'whitespace' },
          weighed: { type: 'custom', tokenizer: 'whitespace', filter: ['weighed'] },
        },
      },
    },
    mappings: {
      dynamic: 'strict',
      _meta: meta,
      _source: { includes: ['nouns'] },
      properties: {
        ...Object.fromEntries(bestFields.map((field) => [field, { ...words, similarity: 'best' }])),
        blend: { ...words, analyzer: 'weighed', similarity: 'blend', norms: false },
        words: counted,
        phrases: { type: 'text', analyzer: 'words', norms: false },
        offers: counted,
        nouns: { type: 'keyword', index: false, doc_values: false },
        product_id: { type: 'keyword' },
        brand_value: counted,
        price_minor: { type: 'long' },
        in_stock: { type: 'boolean' },
        rating_count: { type: 'long' },
        rating_average: { type: 'float' },
        sort_name: { type: 'keyword' },
        categories: { type: 'keyword' },
        filters: {
          type: 'nested',
          properties: {
            key: counted,
            name: counted,
            text_value: counted,
            number_value: { type: 'double' },
          },
        },
      },
    },
  }
}
