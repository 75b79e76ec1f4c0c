import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { parseMinor } from '@rampart/platform/money/money.ts'
import type { PricingDeps } from '../deps.ts'
import { contradictionOf } from '../domain/contradiction.ts'
import type { Amounts, Gain } from '../domain/promotion.ts'
import type { StoredAction } from '../rules/stored-rule.ts'
import type { PromotionFields } from '../store/promotion-row.ts'

type Input = ParsedInputOf<Pricing, 'createPromotion'>
type Context = HandlerContext<'PRICING_BAD_AMOUNT' | 'PRICING_BAD_RULE'>
type Given = readonly { readonly amount: string; readonly currency: string }[]
type GivenGain = Extract<Input['action'], { kind: 'percentage' | 'amount' }>

/**
 * What somebody said of a promotion, as it is kept.
 * @throws PRICING_BAD_AMOUNT or PRICING_BAD_RULE with the place of what is wrong
 */
export function readRule(input: Input, context: Context, { settings }: PricingDeps): PromotionFields {
  const { segments, stacking, scope, minimum, action, name, note, active, starts_at, ends_at, needs_coupon } =
    input
  const amounts = (given: Given, path: string): Amounts => {
    const read = readAmounts(given, settings.shop_currencies)
    if (read !== null) return read
    const message = `Use an amount above 0, once each, in ${settings.shop_currencies.join(', ')}.`
    throw context.fail('PRICING_BAD_AMOUNT', { errors: [{ path, message }] })
  }
  const rule = {
    segments: [...new Set(segments)],
    stacking,
    scope,
    minimum: {
      pieces: minimum.pieces,
      value: minimum.value === null ? null : amounts(minimum.value, 'minimum.value'),
    },
    action: readAction(action, amounts),
  }
  const wrong = contradictionOf({ starts_at, ends_at, action: rule.action })
  if (wrong !== null) throw context.fail('PRICING_BAD_RULE', { errors: [wrong] })
  return { name, note, active, starts_at, ends_at, needs_coupon, rule }
}

type ReadAmounts = (given: Given, path: string) => Amounts

function readAction(action: Input['action'], amounts: ReadAmounts): StoredAction {
  switch (action.kind) {
    case 'percentage':
    case 'amount':
      return readGain(action, amounts, 'action')
    case 'buy_get': {
      const { percent, ...rest } = action
      return { ...rest, percent_bp: percent }
    }
    case 'tiered':
      return {
        kind: 'tiered',
        tiers: action.tiers.map(({ from, gain }, index) => {
          const path = `action.tiers.${String(index)}`
          return {
            from: 'pieces' in from ? from : { value: amounts(from.value, `${path}.from.value`) },
            gain: readGain(gain, amounts, `${path}.gain`),
          }
        }),
      }
    case 'free_shipping':
      return {
        kind: 'free_shipping',
        at_most: action.at_most === null ? null : amounts(action.at_most, 'action.at_most'),
      }
  }
}

function readGain(gain: GivenGain, amounts: ReadAmounts, path: string): Gain {
  if (gain.kind === 'amount')
    return { kind: 'amount', amount: amounts(gain.amount, `${path}.amount`), per: gain.per }
  const at_most = gain.at_most === null ? null : amounts(gain.at_most, `${path}.at_most`)
  return { kind: 'percentage', percent_bp: gain.percent, at_most }
}

/** Minor units by currency; null where a currency is not the shop's or stands twice, or an amount is none. */
function readAmounts(given: Given, currencies: readonly string[]): Amounts | null {
  const read = new Map<string, number>()
  for (const { amount, currency } of given) {
    const minor = parseMinor(amount, currency)
    if (minor === null || minor <= 0 || read.has(currency) || !currencies.includes(currency)) return null
    read.set(currency, minor)
  }
  return Object.fromEntries(read)
}
