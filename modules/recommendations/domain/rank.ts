import { type Evidence, type Signals, weigh } from './signals.ts'

export type Ranked<Item> = {
  readonly item: Item
  readonly score: number
  /** Whether the buyer has had it before. */
  readonly bought: boolean
  /** What of the buyer's own says most for it; null when only its popularity does. */
  readonly because: Item | null
}

/** What is asked: the whole next basket, or only what the buyer has never had. */
export type Question = 'next_basket' | 'new_items'

// Found on the last basket but one of each customer of UCI Online Retail; see tools/evaluate.
const scores: Readonly<Record<Question, (signals: Signals) => number>> = {
  next_basket: (s) =>
    0.881 * s.lateShare +
    0.47 * s.share +
    0.0523 * s.fading +
    0.0713 * s.likely +
    0.531 * s.lateLikely +
    0.182 * s.threeWeeks +
    0.0871 * Math.log1p(10 * s.threeWeeks) +
    0.091 * Math.log1p(10 * s.week) +
    0.963 * s.latestShare * Math.log1p(10 * s.threeWeeks),
  new_items: (s) =>
    0.371 * s.likely +
    2.457 * s.lateLikely +
    0.332 * s.threeWeeks +
    0.0333 * Math.log1p(10 * s.threeWeeks) +
    0.203 * Math.log1p(10 * s.week),
}

/** The items most likely to be bought next, best first. Without a history, what sells best at present. */
export function rankItems<Item>(evidence: Evidence<Item>, question: Question, most: number): Ranked<Item>[] {
  const { signals, reasons, bought } = weigh(evidence)
  const ranked: Ranked<Item>[] = []
  for (const [item, found] of signals) {
    if (question === 'new_items' && bought.has(item)) continue
    const score = scores[question](found)
    if (score <= 0) continue
    ranked.push({ item, score, bought: bought.has(item), because: reasons.get(item)?.item ?? null })
  }
  ranked.sort((a, b) => b.score - a.score)
  return ranked.slice(0, most)
}
