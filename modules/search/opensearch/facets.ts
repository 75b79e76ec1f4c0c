import type { AttributeCoverage } from '../domain/facet-choice.ts'
import {
  type AttributeFacets,
  type EngineQuery,
  ratingSteps,
  type ValueCount,
} from '../engine/search-engine.ts'
import type { Cluster, Json } from './cluster.ts'
import { baseClauses, clausesWithout } from './narrowing-clauses.ts'
import { textClause } from './text-clauses.ts'

/** Products by which the telling attributes are chosen: the best ones. */
const SAMPLE = 400
/** Attributes that a sample is looked through for. */
const MAX_KEYS = 500
/** Values of one facet at most, the most frequent first. */
const MAX_VALUES = 30

type Bucket = { readonly key: string; readonly doc_count: number }
type Buckets = { readonly buckets: readonly Bucket[] }
type Figure = { readonly value: number | null }

/**
 * Brands with their counts, the prices from lowest to highest in minor units (null: no product), and how many products
 * have how many stars at least.
 */
export async function brandAndPrice(
  cluster: Cluster,
  index: string,
  query: EngineQuery,
): Promise<{ brands: ValueCount[]; price: { min: number; max: number } | null; ratings: ValueCount[] }> {
  const steps = ratingSteps.map((stars) => [String(stars), { range: { rating_average: { gte: stars } } }])
  const { brand, price, rating } = (await aggregate(cluster, index, query, {
    brand: lifting(query, 'brand', { values: { terms: { field: 'brand_value', size: MAX_VALUES } } }),
    price: lifting(query, 'price', {
      min: { min: { field: 'price_minor' } },
      max: { max: { field: 'price_minor' } },
    }),
    rating: lifting(query, 'rating', { steps: { filters: { filters: Object.fromEntries(steps) as Json } } }),
  })) as {
    brand: { values: Buckets }
    price: { min: Figure; max: Figure }
    rating: { steps: { buckets: Readonly<Record<string, { doc_count: number }>> } }
  }
  const [min, max] = [price.min.value, price.max.value]
  return {
    brands: brand.values.buckets.map(({ key, doc_count }) => ({
      key: 'brand',
      value: key,
      count: doc_count,
    })),
    price: min === null || max === null ? null : { min, max },
    ratings: ratingSteps.flatMap((stars) => {
      const count = rating.steps.buckets[String(stars)]?.doc_count ?? 0
      return count === 0 ? [] : [{ key: 'rating', value: String(stars), count }]
    }),
  }
}

/** How the attributes of a sample of the result are spread. */
export async function attributeCoverage(
  cluster: Cluster,
  index: string,
  query: EngineQuery,
): Promise<{ sampled: number; attributes: AttributeCoverage[] }> {
  type Spread = Bucket & { readonly numbers: Figure; readonly values: Figure }
  const keys = {
    terms: { field: 'filters.key', size: MAX_KEYS },
    aggs: {
      numbers: { value_count: { field: 'filters.number_value' } },
      values: { cardinality: { field: 'filters.text_value', precision_threshold: SAMPLE } },
    },
  }
  const { all } = (await aggregate(cluster, index, query, {
    all: lifting(query, null, {
      sample: {
        sampler: { shard_size: SAMPLE },
        aggs: { filters: { nested: { path: 'filters' }, aggs: { keys } } },
      },
    }),
  })) as { all: { sample: { doc_count: number; filters: { keys: { buckets: readonly Spread[] } } } } }
  return {
    sampled: all.sample.doc_count,
    attributes: all.sample.filters.keys.buckets.map(({ key, doc_count, numbers, values }) => ({
      key,
      products: doc_count,
      numbers: numbers.value ?? 0,
      distinct_values: values.value ?? 0,
    })),
  }
}

/** Counts of the values of these text attributes, and ranges of these number attributes. */
export async function attributeFacets(
  cluster: Cluster,
  index: string,
  query: EngineQuery,
  texts: readonly string[],
  numbers: readonly string[],
): Promise<AttributeFacets> {
  type Own = { readonly values: Buckets; readonly min: Figure; readonly max: Figure; readonly name: Buckets }
  const keys = [...texts, ...numbers]
  // Keys are letters, digits and _, but not each of them is a name that an aggregation may have.
  const aggs = keys.map((key, place) => {
    const own = { filter: { term: { 'filters.key': key } }, aggs: ownAggs(texts.includes(key)) }
    const filters = { nested: { path: 'filters' }, aggs: { own } }
    return [`facet${String(place)}`, lifting(query, `attribute:${key}`, { filters })] as const
  })
  const answers = (await aggregate(cluster, index, query, Object.fromEntries(aggs))) as Readonly<
    Record<string, { filters: { own: Own } }>
  >
  const found = keys.flatMap((key, place) => {
    const own = answers[`facet${String(place)}`]?.filters.own
    return own === undefined ? [] : [{ key, own }]
  })
  return {
    values: found
      .filter(({ key }) => texts.includes(key))
      .flatMap(({ key, own }) =>
        own.values.buckets.map((bucket) => ({ key, value: bucket.key, count: bucket.doc_count })),
      ),
    ranges: found
      .filter(({ key }) => !texts.includes(key))
      .flatMap(({ key, own: { min, max } }) =>
        min.value === null || max.value === null ? [] : [{ key, min: min.value, max: max.value }],
      ),
    names: Object.fromEntries(
      found.flatMap(({ key, own }) => own.name.buckets.slice(0, 1).map((bucket) => [key, bucket.key])),
    ),
  }
}

function ownAggs(isText: boolean): Json {
  const name = { terms: { field: 'filters.name', size: 1 } }
  if (isText) return { name, values: { terms: { field: 'filters.text_value', size: MAX_VALUES } } }
  return {
    name,
    min: { min: { field: 'filters.number_value' } },
    max: { max: { field: 'filters.number_value' } },
  }
}

// Counts what passes everything but the narrowing named, so that it also shows what else could be chosen.
function lifting(query: EngineQuery, lifted: string | null, aggs: Json): Json {
  return { filter: { bool: { filter: clausesWithout(query, lifted) } }, aggs }
}

async function aggregate(cluster: Cluster, index: string, query: EngineQuery, aggs: Json): Promise<Json> {
  const found = { bool: { must: [textClause(query)], filter: baseClauses(query) } }
  const { aggregations } = await cluster.search(index, {
    query: found,
    size: 0,
    track_total_hits: false,
    aggs,
  })
  return aggregations ?? {}
}
