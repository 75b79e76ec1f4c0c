import { formatMoney, type WireMoney } from './money.ts'

type Gain =
  | { readonly kind: 'percentage'; readonly percent: string; readonly at_most: readonly WireMoney[] | null }
  | { readonly kind: 'amount'; readonly amount: readonly WireMoney[]; readonly per: 'order' | 'piece' }

/** What a promotion does, as the API answers it. */
export type PromotionAction =
  | Gain
  | {
      readonly kind: 'buy_get'
      readonly buy: number
      readonly get: number
      readonly percent: string
      readonly at_most_times: number | null
      readonly reward: object | null
    }
  | {
      readonly kind: 'tiered'
      readonly tiers: readonly {
        readonly from: { readonly pieces: number } | { readonly value: readonly WireMoney[] }
        readonly gain: Gain
      }[]
    }
  | { readonly kind: 'free_shipping'; readonly at_most: readonly WireMoney[] | null }

/** What a promotion does, in words: "10 % off, at most €5.00". Amounts in several currencies stand beside each other. */
export function actionSentence(action: PromotionAction, locale: string): string {
  const german = locale.startsWith('de')
  switch (action.kind) {
    case 'percentage':
    case 'amount':
      return gainWords(action, locale)
    case 'buy_get': {
      const free = action.percent === '100'
      const times = action.at_most_times
      const price = free ? 'gratis' : `${percent(action.percent, locale)} günstiger`
      if (german) {
        const most = times === null ? '' : `, höchstens ${times}-mal`
        return `Beim Kauf von ${action.buy} Stück ${action.get} weitere ${price}${most}`
      }
      const most = times === null ? '' : `, ${times === 1 ? 'once' : `at most ${times} times`}`
      const reduced = free ? 'free' : `at ${percent(action.percent, locale)} off`
      return `Buy ${action.buy}, get ${action.get} ${reduced}${most}`
    }
    case 'tiered':
      return action.tiers
        .map(({ from, gain }) => {
          const pieces = german ? 'Stück' : 'pieces'
          const begin = 'pieces' in from ? `${from.pieces} ${pieces}` : amounts(from.value, locale)
          return `${gainWords(gain, locale)} ${german ? 'ab' : 'from'} ${begin}`
        })
        .join('; ')
    case 'free_shipping':
      if (action.at_most === null) return german ? 'Kostenloser Versand' : 'Free shipping'
      return german
        ? `Versand bis ${amounts(action.at_most, locale)} gratis`
        : `Shipping free up to ${amounts(action.at_most, locale)}`
  }
}

function gainWords(gain: Gain, locale: string): string {
  const german = locale.startsWith('de')
  const off = german ? 'Rabatt' : 'off'
  if (gain.kind === 'percentage') {
    const words = `${percent(gain.percent, locale)} ${off}`
    if (gain.at_most === null) return words
    return `${words}, ${german ? 'höchstens' : 'at most'} ${amounts(gain.at_most, locale)}`
  }
  const words = `${amounts(gain.amount, locale)} ${off}`
  if (gain.per === 'order') return words
  return german ? `${words} je Stück` : `${words} each piece`
}

function percent(text: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 })
  return format.format(Number(text) / 100)
}

function amounts(of: readonly WireMoney[], locale: string): string {
  return of.map((money) => formatMoney(money, locale)).join(' / ')
}
