import { type AskedWords, type Candidate, rank } from '../domain/rank.ts'
import type { EngineQuery, SortName, Window } from '../engine/search-engine.ts'
import type { Cluster, Hit, Json } from './cluster.ts'
import { baseClauses, clausesWithout } from './narrowing-clauses.ts'
import { PER_PIN, PER_WORD, textClause } from './text-clauses.ts'

/** Products whose order gets a second look; what comes behind them stays in the order of the first. */
const RANKED = 200

/** How deep OpenSearch looks into a list. */
export const DEEPEST = 10_000

const orders: Readonly<Record<SortName, readonly Json[]>> = {
  relevance: [{ _score: 'desc' }, { product_id: 'desc' }],
  newest: [{ product_id: 'desc' }],
  price: [{ price_minor: 'asc' }, { product_id: 'asc' }],
  '-price': [{ price_minor: 'desc' }, { product_id: 'desc' }],
  name: [{ sort_name: 'asc' }, { product_id: 'asc' }],
  '-name': [{ sort_name: 'desc' }, { product_id: 'desc' }],
  '-rating': [
    { rating_average: { order: 'desc', missing: '_last' } },
    { rating_count: 'desc' },
    { product_id: 'desc' },
  ],
}

/** The ids of one page. */
export async function findPage(
  cluster: Cluster,
  index: string,
  query: EngineQuery,
  sort: SortName,
  { limit, offset }: Window,
  asked: AskedWords,
): Promise<string[]> {
  if (query.text === null || sort !== 'relevance' || offset >= RANKED) {
    const body = { query: fullQuery(query), sort: orders[sort], from: offset, size: limit, ...onlyIds }
    return (await cluster.search(index, body)).hits.hits.map(({ _id }) => _id)
  }
  const end = offset + limit
  const { hits } = await cluster.search(index, {
    query: fullQuery(query, asked),
    sort: orders.relevance,
    size: Math.max(RANKED, end),
    track_total_hits: false,
    _source: ['nouns'],
  })
  const pinned = hits.hits.filter(isPinned).map(({ _id }) => _id)
  const others = hits.hits.filter((hit) => !isPinned(hit))
  const looked = others.slice(0, RANKED - pinned.length)
  const rest = others.slice(looked.length).map(({ _id }) => _id)
  return [...pinned, ...rank(looked.map(candidateOf), asked), ...rest].slice(offset, end)
}

const onlyIds = { _source: false, track_total_hits: false }

/** How many a question finds. */
export async function countFound(cluster: Cluster, index: string, query: EngineQuery): Promise<number> {
  const { hits } = await cluster.search(index, { query: fullQuery(query), size: 0, track_total_hits: true })
  return hits.total?.value ?? 0
}

function fullQuery(query: EngineQuery, asked: AskedWords = []): Json {
  const text = textClause(query)
  const filter = [...baseClauses(query), ...clausesWithout(query, null)]
  return { bool: { must: [text], filter, should: phraseClauses(asked) } }
}

// Says whether the words stand together, and adds nothing.
function phraseClauses(asked: AskedWords): Json[] {
  if (asked.length < 2) return []
  const query = asked.map(({ word }) => word).join(' ')
  return [{ match_phrase: { phrases: { query, boost: 0, _name: 'phrase' } } }]
}

function isPinned({ _score }: Hit): boolean {
  return (_score ?? 0) >= PER_PIN
}

function candidateOf({ _id, _score, _source, matched_queries }: Hit): Candidate {
  const score = _score ?? 0
  return {
    product_id: _id,
    words: Math.floor(score / PER_WORD),
    score: score % PER_WORD,
    nouns: nounsOf(_source?.['nouns']),
    phrase: matched_queries?.includes('phrase') ?? false,
  }
}

// An array of one may come back as what is in it.
function nounsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
}
