import type { SearchEngine, UnderstoodText } from '../engine/search-engine.ts'
import { everything } from '../engine/search-engine.ts'
import type { Cluster } from './cluster.ts'
import { attributeCoverage, attributeFacets, brandAndPrice } from './facets.ts'
import { countFound, findPage } from './pages.ts'
import { textClause } from './text-clauses.ts'
import { knownWords, nearestWord, phrasesStarting, wordsStarting } from './words.ts'

/** The index that an alias of OpenSearch names. @throws SearchAwayError where there is none, or nobody answers */
export function openSearchEngine(cluster: Cluster, alias: string): SearchEngine {
  return {
    knownWords: (words) => knownWords(cluster, alias, words),
    wordsStarting: (start, limit) => wordsStarting(cluster, alias, start, limit),
    nearestWord: (word) => nearestWord(cluster, alias, word),
    countByText: (text, limit) => countByText(cluster, alias, text, limit),
    page: (query, sort, window, asked) => findPage(cluster, alias, query, sort, window, asked),
    count: (query) => countFound(cluster, alias, query),
    brandAndPrice: (query) => brandAndPrice(cluster, alias, query),
    attributeCoverage: (query) => attributeCoverage(cluster, alias, query),
    attributeFacets: (query, texts, numbers) =>
      texts.length + numbers.length === 0
        ? Promise.resolve({ values: [], ranges: [], names: {} })
        : attributeFacets(cluster, alias, query, texts, numbers),
    phrasesStarting: (start, limit) => phrasesStarting(cluster, alias, start, limit),
  }
}

async function countByText(
  cluster: Cluster,
  alias: string,
  text: UnderstoodText,
  limit: number,
): Promise<number> {
  const query = textClause({ ...everything, text, pinned: [] })
  const { hits } = await cluster.search(alias, { query, size: 0, track_total_hits: limit })
  return Math.min(hits.total?.value ?? 0, limit)
}
