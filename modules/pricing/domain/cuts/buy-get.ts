import type { Action } from '../promotion.ts'
import type { Cut } from './cut.ts'
import type { Member } from './gain.ts'

type BuyGet = Extract<Action, { kind: 'buy_get' }>

/**
 * Pieces of `rewards` at a reduced price for pieces of `members` that are bought: as many sets as the pieces make, and the cheapest
 * are the reduced ones. A piece that is in both counts once, as bought or as reduced.
 */
export function buyGetCuts(action: BuyGet, members: readonly Member[], rewards: readonly Member[]): Cut[] {
  const { buy, get, percent_bp, at_most_times: most } = action
  const bought = new Set(members.map((member) => member.position))
  const inBoth = pieces(rewards.filter((member) => bought.has(member.position)))
  const onlyBought = pieces(members) - inBoth
  const onlyReward = pieces(rewards) - inBoth
  const sets = Math.min(
    most ?? Number.MAX_SAFE_INTEGER,
    Math.floor((onlyBought + inBoth) / buy),
    Math.floor((onlyReward + inBoth) / get),
    Math.floor((onlyBought + onlyReward + inBoth) / (buy + get)),
  )
  // What of both is left to reduce when the rest is not enough to be bought.
  let spareOfBoth = inBoth - Math.max(0, sets * buy - onlyBought)
  let wanted = sets * get
  const cuts: Cut[] = []
  for (const { article, position } of [...rewards].sort(byPrice)) {
    const isBoth = bought.has(position)
    const taken = Math.min(wanted, article.quantity, isBoth ? spareOfBoth : article.quantity)
    if (taken === 0) continue
    wanted -= taken
    if (isBoth) spareOfBoth -= taken
    const explanation = { code: 'pieces_reduced', facts: { buy, get, pieces: taken, percent_bp } } as const
    cuts.push({
      position,
      part: taken * percent_bp,
      of: article.quantity * 10_000,
      at_most: null,
      explanation,
    })
  }
  return cuts
}

function pieces(members: readonly Member[]): number {
  return members.reduce((sum, { article }) => sum + article.quantity, 0)
}

function byPrice(left: Member, right: Member): number {
  return left.article.unit_price_minor - right.article.unit_price_minor || left.position - right.position
}
