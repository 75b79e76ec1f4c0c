import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { benchData } from '../../bench/data.ts'
import { environment } from '../../platform/config/environment.ts'
import { gradedNdcg } from './graded-ndcg.ts'
import { readJudgements } from './judgements.ts'
import { openSearchShop, type SearchOver, type SearchShop } from './search-shop.ts'

const CATALOGUE = 'catalogue-icecat/products.jsonl.gz'
const JUDGEMENTS = 'catalogue-icecat/judgements-tuning.csv'
const TARGET = { unjudged_zero: 0.8, judged_only: 0.86 }
const PAGE_SIZE = 100
const MAX_PAGES = 20
const PATIENCE = 5
const PAUSE_MS = 11_000

type Scores = { query: string; unjudged_zero: number; judged_only: number }

/**
 * How well the search orders a real catalogue, by what people judged: NDCG@10 with the gain 2^grade − 1, once with
 * products that nobody judged as wrong, once without them. Questions without any good product say nothing and are
 * left out. Over PostgreSQL, and over OpenSearch where `OPENSEARCH_URL` is set. False when a target is missed.
 */
export async function evaluateSearch(): Promise<boolean> {
  const judgements = await readJudgements(benchData(JUDGEMENTS))
  const openSearchUrl = environment()['OPENSEARCH_URL'] ?? null
  const shop = await openSearchShop(benchData(CATALOGUE), {
    engines: openSearchUrl === null ? ['PostgreSQL'] : ['PostgreSQL', 'OpenSearch'],
    openSearchUrl,
  })
  try {
    let reached = true
    for (const search of shop.searches) {
      const scores: Scores[] = []
      for (const [query, grades] of judgements) {
        const ranked = await rankedSkus(search, shop.skus, query, grades)
        const unjudged_zero = gradedNdcg(ranked, grades)
        if (unjudged_zero === null) continue
        const judged_only = gradedNdcg(ranked.filter((sku) => grades.has(sku)), grades) ?? 0 // prettier-ignore
        scores.push({ query, unjudged_zero, judged_only })
      }
      reached = report(scores, search, shop) && reached
    }
    return reached
  } finally {
    await shop.close()
  }
}

function report(scores: readonly Scores[], search: SearchOver, shop: SearchShop): boolean {
  if (process.argv.includes('--each'))
    for (const { query, unjudged_zero, judged_only } of scores)
      print(`${unjudged_zero.toFixed(3)}  ${judged_only.toFixed(3)}  ${query}`)
  const mean = (key: keyof typeof TARGET) =>
    scores.reduce((sum, score) => sum + score[key], 0) / scores.length
  const figures = { unjudged_zero: mean('unjudged_zero'), judged_only: mean('judged_only') }
  print(
    `Search over ${search.engine}, ${String(scores.length)} questions with a good product, over ${String(shop.skus.size)} products`,
  )
  print(
    `  imported in ${shop.importSeconds.toFixed(1)} s, index built in ${search.buildSeconds.toFixed(1)} s`,
  )
  print(
    `  NDCG@10, unjudged = 0:  ${figures.unjudged_zero.toFixed(4)} (target ${String(TARGET.unjudged_zero)})`,
  )
  print(`  NDCG@10, judged only:   ${figures.judged_only.toFixed(4)} (target ${String(TARGET.judged_only)})`)
  return figures.unjudged_zero >= TARGET.unjudged_zero && figures.judged_only >= TARGET.judged_only
}

// As far down as it takes to see ten judged ones.
async function rankedSkus(
  { ask }: SearchOver,
  skus: ReadonlyMap<string, string>,
  q: string,
  grades: ReadonlyMap<string, number>,
): Promise<string[]> {
  const ranked: string[] = []
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { items } = (await patiently(() =>
      ask('search.searchProducts', { q, page, page_size: PAGE_SIZE }),
    )) as {
      items: { id: string }[]
    }
    ranked.push(...items.map(({ id }) => skus.get(id) ?? ''))
    const seen = ranked.filter((sku) => grades.has(sku)).length
    if (items.length < PAGE_SIZE || seen >= 10) break
  }
  return ranked
}

// A cold index on a busy machine may not answer in the two seconds that shoppers wait; it is left in peace then for ten.
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      if (tries === PATIENCE) throw error
      await sleep(PAUSE_MS)
    }
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
