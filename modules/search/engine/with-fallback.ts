import type { Log } from '@rampart/platform/log/log.ts'
import { BrokenCircuitError, circuitBreaker, ConsecutiveBreaker, handleWhen } from 'cockatiel'
import { SearchAwayError } from '../opensearch/cluster.ts'
import type { SearchEngine } from './search-engine.ts'

const FAILURES = 2
const PAUSE_MS = 10_000

/**
 * Asks the first engine, and the second one where the first is away. After two failures in a row the first is left in
 * peace for ten seconds: who searches does not wait for what will not answer.
 */
export function withFallback(
  first: SearchEngine,
  second: SearchEngine,
  deepest: number,
  log: Log,
): SearchEngine {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof SearchAwayError),
    { halfOpenAfter: PAUSE_MS, breaker: new ConsecutiveBreaker(FAILURES) },
  )
  breaker.onReset(() => log.info('OpenSearch searches again'))
  const either = async <T>(ask: (engine: SearchEngine) => Promise<T>): Promise<T> => {
    try {
      return await breaker.execute(() => ask(first))
    } catch (error) {
      if (error instanceof SearchAwayError)
        log.warn('OpenSearch is away: PostgreSQL searches', { reason: error.message })
      else if (!(error instanceof BrokenCircuitError)) throw error
      return await ask(second)
    }
  }
  return {
    knownWords: (words) => either((engine) => engine.knownWords(words)),
    wordsStarting: (start, limit) => either((engine) => engine.wordsStarting(start, limit)),
    nearestWord: (word) => either((engine) => engine.nearestWord(word)),
    countByText: (text, limit) => either((engine) => engine.countByText(text, limit)),
    page: (query, sort, window, asked) =>
      window.offset + window.limit > deepest
        ? second.page(query, sort, window, asked)
        : either((engine) => engine.page(query, sort, window, asked)),
    count: (query) => either((engine) => engine.count(query)),
    brandAndPrice: (query) => either((engine) => engine.brandAndPrice(query)),
    attributeCoverage: (query) => either((engine) => engine.attributeCoverage(query)),
    attributeFacets: (query, texts, numbers) =>
      either((engine) => engine.attributeFacets(query, texts, numbers)),
    phrasesStarting: (start, limit) => either((engine) => engine.phrasesStarting(start, limit)),
  }
}
