import process from 'node:process'
import type { Basket, History } from '../../modules/recommendations/domain/basket.ts'
import { type Question, rankItems } from '../../modules/recommendations/domain/rank.ts'
import { recentShares } from '../../modules/recommendations/domain/recent.ts'
import { type Model, trainModel } from '../../modules/recommendations/domain/train.ts'
import { type Purchases, readPurchases } from './online-retail.ts'
import { hitRate, ndcg } from './ranking-measures.ts'

const LIMITS = { basket: 0.29, fresh: 0.42, seconds: 60, megabytes: 1024 }

type Split = { readonly training: History[]; readonly asked: { history: History; target: Basket }[] }
type Measured = { readonly hits: number; readonly ndcg: number; readonly buyers: number }

/**
 * Measures the recommendations module's own training and ranking on UCI Online Retail by the protocol of the data's
 * README. Answers whether the figures are what they must be. With `validation` the last basket of each customer is put
 * away and the one before it is the target: what weights are tuned on.
 */
export async function evaluateRecommendations(validation: boolean): Promise<boolean> {
  const purchases = await readPurchases()
  const { training, asked } = split(purchases, validation)
  const started = performance.now()
  const model = trainModel(training, purchases.itemCount)
  const seconds = (performance.now() - started) / 1_000
  const megabytes = process.resourceUsage().maxRSS / 1_024
  const baskets = training.flat().sort((a, b) => a.at - b.at)
  const next = measure(model, baskets, asked, 'next_basket')
  const fresh = measure(model, baskets, asked, 'new_items')
  const rows = [
    ['buyers, items', `${next.buyers}, ${purchases.itemCount}`],
    ['next basket NDCG@10', `${next.ndcg.toFixed(4)} (≥ ${LIMITS.basket}), HR@10 ${next.hits.toFixed(3)}`],
    ['new items HR@10', `${fresh.hits.toFixed(4)} (≥ ${LIMITS.fresh}), NDCG@10 ${fresh.ndcg.toFixed(4)}`],
    ['training', `${seconds.toFixed(1)} s (≤ ${LIMITS.seconds})`],
    ['largest memory', `${megabytes.toFixed(0)} MB, reading the file included (≤ ${LIMITS.megabytes})`],
  ]
  process.stdout.write(`Recommendations on UCI Online Retail, ${validation ? 'validation' : 'test'} basket\n`)
  for (const [name = '', figure] of rows) process.stdout.write(`  ${name.padEnd(22)} ${figure}\n`)
  return (
    next.ndcg >= LIMITS.basket &&
    fresh.hits >= LIMITS.fresh &&
    seconds <= LIMITS.seconds &&
    megabytes <= LIMITS.megabytes
  )
}

function split({ histories }: Purchases, validation: boolean): Split {
  const training: History[] = []
  const asked: { history: History; target: Basket }[] = []
  for (const whole of histories) {
    // On the validation basket the last one is put away, unless the customer has no other than it and the one before.
    const known = validation && whole.length > 1 ? whole.slice(0, -1) : whole
    const target = known.at(-1)
    if (target === undefined || known.length < 2) training.push(known)
    else {
      training.push(known.slice(0, -1))
      asked.push({ history: known.slice(0, -1), target })
    }
  }
  return { training, asked }
}

function measure(
  model: Model,
  baskets: readonly Basket[],
  asked: Split['asked'],
  question: Question,
): Measured {
  let hits = 0
  let gained = 0
  let buyers = 0
  for (const { history, target } of asked) {
    const bought = new Set(history.flatMap(({ items }) => items))
    const right = new Set(target.items.filter((item) => question === 'next_basket' || !bought.has(item)))
    if (right.size === 0) continue
    const ranked = rankItems(
      {
        history,
        now: target.at,
        recent: recentShares(before(baskets, target.at), target.at),
        likely: (item, each) => {
          const { items, weights } = model.likely[item] ?? { items: [], weights: [] }
          items.forEach((other, place) => each(other, weights[place] ?? 0))
        },
      },
      question,
      10,
    ).map(({ item }) => item)
    buyers += 1
    hits += hitRate(ranked, right)
    gained += ndcg(ranked, right)
  }
  return { hits: hits / buyers, ndcg: gained / buyers, buyers }
}

// The last three weeks of baskets that are in order of time.
function before(baskets: readonly Basket[], moment: number): readonly Basket[] {
  const from = baskets.findIndex(({ at }) => at >= moment - 21)
  const to = baskets.findIndex(({ at }) => at >= moment)
  return baskets.slice(from < 0 ? baskets.length : from, to < 0 ? baskets.length : to)
}
