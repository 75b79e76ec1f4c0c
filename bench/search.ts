import { dice } from './dice.ts'
import { loadStream, loadTimed, type Load, median } from './load.ts'
import { asAsked, beginnings, eachNew, readQuestions } from './questions.ts'
import type { BenchShop } from './shop.ts'

export type SearchResult = {
  readonly name: string
  readonly runs: readonly Load[]
  readonly perSecond: number
}

const QUESTIONS = 2_000
const NEW = 20_000

/** Finds and suggests, as people ask and with every question a new one. */
export async function measureSearch(
  shop: BenchShop,
  options: { rounds: number; seconds: number },
): Promise<SearchResult[]> {
  const { judged, rare } = await readQuestions(QUESTIONS + NEW)
  const common = [...judged, ...rare.slice(0, QUESTIONS)]
  const fresh = eachNew(rare.slice(QUESTIONS))
  const typed = beginnings(common)
  const popular = asAsked(common, dice(1))
  const typing = asAsked(typed, dice(2))
  const freshTyped = eachNew(beginnings(rare.slice(QUESTIONS)))
  const find = (question: string): string => `/api/v1/search?q=${encodeURIComponent(question)}`
  const suggest = (start: string): string => `/api/v1/search/suggest?q=${encodeURIComponent(start)}`
  const findNew = (): string => {
    const { question, round } = fresh()
    return find(question) + (round === 0 ? '' : `&price_max=${String(1_000_000 - round)}`)
  }
  const rows: { name: string; next: () => string; connections: number }[] = [
    { name: 'search, as people ask', next: () => find(popular()), connections: 32 },
    { name: 'search, each one new', next: findNew, connections: 32 },
    { name: 'search, each new, 2 at once', next: findNew, connections: 2 },
    { name: 'suggestions, as people type', next: () => suggest(typing()), connections: 32 },
    { name: 'suggestions, each one new', next: () => suggest(freshTyped().question), connections: 32 },
  ]
  const runs = new Map<string, Load[]>(rows.map(({ name }) => [name, []]))
  for (const { next, connections } of rows)
    await loadStream(shop.server.url, next, Math.min(3, options.seconds), connections)
  for (let round = 0; round < options.rounds; round += 1) {
    for (const { name, next, connections } of rows) {
      const measured = connections === 2 ? loadTimed : loadStream
      runs.get(name)?.push(await measured(shop.server.url, next, options.seconds, connections))
    }
  }
  return rows.map(({ name }) => {
    const own = runs.get(name) ?? []
    return { name, runs: own, perSecond: median(own.map(({ perSecond }) => perSecond)) }
  })
}
