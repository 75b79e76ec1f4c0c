import type { Article } from '../articles.ts'
import type { Position } from '../positions.ts'
import type { Promotion } from '../promotion.ts'
import { inScope, type Scope } from '../scope.ts'
import { buyGetCuts } from './buy-get.ts'
import type { Cut } from './cut.ts'
import { freeShippingCuts } from './free-shipping.ts'
import { gainCuts, type Member } from './gain.ts'
import { tieredCuts } from './tiered.ts'

/** What is bought, before any discount. `positions` are those of the articles and then those of the shipping. */
export type Basket = {
  readonly articles: readonly Article[]
  readonly positions: readonly Position[]
  readonly currency: string
}

/** The articles within a scope. */
export function membersOf(scope: Scope, articles: readonly Article[]): Member[] {
  const all = articles.map((article, position) => ({ article, position }))
  return all.filter(({ article }) => inScope(scope, article))
}

/** What a promotion takes off. `members` are the articles within its scope. */
export function cutsOf({ action }: Promotion, members: readonly Member[], basket: Basket): Cut[] {
  const { articles, positions, currency } = basket
  switch (action.kind) {
    case 'percentage':
    case 'amount':
      return gainCuts(action, members, currency)
    case 'buy_get': {
      const rewards = action.reward === null ? members : membersOf(action.reward, articles)
      return buyGetCuts(action, members, rewards)
    }
    case 'tiered':
      return tieredCuts(action.tiers, members, currency)
    case 'free_shipping':
      return freeShippingCuts(action.at_most, positions.slice(articles.length), articles.length, currency)
  }
}
