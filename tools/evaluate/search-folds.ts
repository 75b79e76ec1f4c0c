import process from 'node:process'
import type { IndexDocument } from '../../modules/search/domain/index-document.ts'
import { type RankingWeights, rankingWeights } from '../../modules/search/domain/ranking-weights.ts'
import { benchData } from '../../bench/data.ts'
import { readJudgements } from './judgements.ts'
import { openSearchShop } from './search-shop.ts'
import { foldScores, type Judged, type Scores, scoresOf } from './score-folds.ts'
import { searchModel } from './search-model.ts'

const CATALOGUE = 'catalogue-icecat/products.jsonl.gz'
const JUDGEMENTS = 'catalogue-icecat/judgements-tuning.csv'
const FOLDS = 5
const REPEATS = 3
const TARGET = { unjudged_zero: 0.8, judged_only: 0.86 }

/**
 * How far the ranking carries beyond the questions its weights were found on: the questions are dealt into five parts;
 * weights are found from scratch on four of them and scored on the fifth, for each part; that three times, dealt anew.
 * Says also what the shop's own weights, which have seen all questions, reach. False when a target is missed.
 */
export async function evaluateSearchFolds(): Promise<boolean> {
  const documents = await readDocuments()
  const model = searchModel(documents)
  const skus = new Map(documents.map(({ product_id, skus: own }) => [product_id, own[0] ?? '']))
  const judged: Judged[] = []
  for (const [query, grades] of await readJudgements(benchData(JUDGEMENTS))) {
    if ([...grades.values()].some((grade) => grade > 0))
      judged.push({ grades, question: await model.ask(query) })
  }
  const score = (weights: RankingWeights) =>
    judged.map(({ grades, question }) =>
      scoresOf(
        model.order(question, weights).map((id) => skus.get(id) ?? ''),
        grades,
      ),
    )
  const own = mean(score(rankingWeights))
  print(`Search, ${String(judged.length)} questions with a good product, weights of the shop`)
  print(`  ${told(own)}`)
  const repeats: Scores[] = []
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const held = foldScores(score, judged.length, FOLDS, repeat)
    repeats.push(mean(held))
    print(`  held out, dealt ${String(repeat + 1)} of ${String(REPEATS)}: ${told(mean(held))}`)
  }
  const overall = mean(repeats)
  const spread = (key: keyof Scores) => deviation(repeats.map((scores) => scores[key])).toFixed(4)
  print(`  held out, mean ± deviation over ${String(REPEATS)} deals of ${String(FOLDS)} folds:`)
  print(`    NDCG@10, unjudged = 0:  ${overall.unjudged_zero.toFixed(4)} ± ${spread('unjudged_zero')} (target ${String(TARGET.unjudged_zero)})`) // prettier-ignore
  print(`    NDCG@10, judged only:   ${overall.judged_only.toFixed(4)} ± ${spread('judged_only')} (target ${String(TARGET.judged_only)})`) // prettier-ignore
  return overall.unjudged_zero >= TARGET.unjudged_zero && overall.judged_only >= TARGET.judged_only
}

async function readDocuments(): Promise<IndexDocument[]> {
  const shop = await openSearchShop(benchData(CATALOGUE), { engines: [] })
  try {
    const all: IndexDocument[] = []
    for await (const documents of shop.documents()) all.push(...documents)
    return all
  } finally {
    await shop.close()
  }
}

function mean(scores: readonly Scores[]): Scores {
  const of = (key: keyof Scores) => scores.reduce((sum, one) => sum + one[key], 0) / scores.length
  return { unjudged_zero: of('unjudged_zero'), judged_only: of('judged_only') }
}

function deviation(values: readonly number[]): number {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1))
}

function told({ unjudged_zero, judged_only }: Scores): string {
  return `NDCG@10 ${unjudged_zero.toFixed(4)} with unjudged = 0, ${judged_only.toFixed(4)} judged only`
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
