import type { Money } from '../api.ts'
import { parsePrice, priceDigits, priceInput } from '../money/parse-price.ts'
import type { Promotion, PromotionInput } from './promotions-query.ts'

/** Amounts as they are typed, by currency; an empty text is none. */
export type TypedAmounts = Readonly<Record<string, string>>

export const kinds = ['percentage', 'amount', 'buy_get', 'tiered', 'free_shipping'] as const
export type Kind = (typeof kinds)[number]

type Action = Promotion['action']
type Tiered = Extract<Action, { kind: 'tiered' }>
type Reward = Extract<Action, { kind: 'buy_get' }>['reward']

export type TierDraft = {
  readonly from: string
  readonly fromValue: TypedAmounts
  readonly gain: 'percentage' | 'order' | 'piece'
  readonly percent: string
  readonly amount: TypedAmounts
  readonly atMost: TypedAmounts
}

/** A promotion as its form holds it: texts as typed, moments as the browser's fields write them. */
export type PromotionDraft = {
  readonly name: string
  readonly note: string
  readonly active: boolean
  readonly starts: string
  readonly ends: string
  readonly segments: readonly string[]
  readonly needsCoupon: boolean
  readonly stacking: Promotion['stacking']
  readonly scope: Promotion['scope']
  readonly minimumPieces: string
  readonly minimumValue: TypedAmounts
  readonly kind: Kind
  readonly percent: string
  readonly atMost: TypedAmounts
  readonly amount: TypedAmounts
  readonly per: 'order' | 'piece'
  readonly buy: string
  readonly get: string
  readonly times: string
  readonly reward: Reward
  readonly tiersBy: 'pieces' | 'value'
  readonly tiers: readonly TierDraft[]
}

const nothing = { variant_ids: [], product_ids: [], category_ids: [] }

export const emptyTier: TierDraft = {
  ...{ from: '', fromValue: {}, gain: 'percentage', percent: '', amount: {}, atMost: {} },
}

export const emptyPromotion: PromotionDraft = {
  ...{ name: '', note: '', active: true, starts: '', ends: '', segments: [], needsCoupon: false },
  stacking: 'with_others',
  scope: { ...nothing, seller_ids: [], except: nothing },
  ...{ minimumPieces: '', minimumValue: {}, kind: 'percentage', percent: '', atMost: {}, amount: {} },
  ...{ per: 'order', buy: '2', get: '1', times: '', reward: null, tiersBy: 'pieces', tiers: [emptyTier] },
}

/** The form of a promotion as it is. */
export function promotionDraft(promotion: Promotion, locale: string): PromotionDraft {
  const { action, minimum } = promotion
  const typed = (amounts: readonly Money[] | null) =>
    Object.fromEntries((amounts ?? []).map((one) => [one.currency, priceInput(one.amount, locale)]))
  const percent = (text: string) => priceInput(text, locale)
  return {
    ...emptyPromotion,
    name: promotion.name,
    note: promotion.note,
    active: promotion.active,
    starts: localMoment(promotion.starts_at),
    ends: localMoment(promotion.ends_at),
    segments: promotion.segments,
    needsCoupon: promotion.needs_coupon,
    stacking: promotion.stacking,
    scope: promotion.scope,
    minimumPieces: minimum.pieces > 0 ? String(minimum.pieces) : '',
    minimumValue: typed(minimum.value),
    kind: action.kind,
    ...('percent' in action ? { percent: percent(action.percent) } : {}),
    ...('at_most' in action ? { atMost: typed(action.at_most) } : {}),
    ...(action.kind === 'amount' ? { amount: typed(action.amount), per: action.per } : {}),
    ...(action.kind === 'buy_get'
      ? {
          ...{ buy: String(action.buy), get: String(action.get), reward: action.reward },
          times: action.at_most_times === null ? '' : String(action.at_most_times),
        }
      : {}),
    ...(action.kind === 'tiered' ? tiersOf(action, typed, percent) : {}),
  }
}

function tiersOf(
  { tiers }: Tiered,
  typed: (amounts: readonly Money[] | null) => TypedAmounts,
  percent: (text: string) => string,
): Pick<PromotionDraft, 'tiersBy' | 'tiers'> {
  return {
    tiersBy: tiers.some(({ from }) => 'value' in from) ? 'value' : 'pieces',
    tiers: tiers.map(({ from, gain }) => ({
      from: 'pieces' in from ? String(from.pieces) : '',
      fromValue: 'value' in from ? typed(from.value) : {},
      gain: gain.kind === 'amount' ? gain.per : 'percentage',
      percent: gain.kind === 'percentage' ? percent(gain.percent) : '',
      amount: gain.kind === 'amount' ? typed(gain.amount) : {},
      atMost: gain.kind === 'percentage' ? typed(gain.at_most) : {},
    })),
  }
}

/** What the API takes. What was typed wrongly is handed on as it is: the server says at which field it is wrong. */
export function readPromotion(draft: PromotionDraft, locale: string): PromotionInput {
  return {
    name: draft.name.trim(),
    note: draft.note.trim(),
    active: draft.active,
    starts_at: moment(draft.starts),
    ends_at: moment(draft.ends),
    segments: [...draft.segments],
    needs_coupon: draft.needsCoupon,
    stacking: draft.stacking,
    scope: draft.scope,
    minimum: {
      pieces: Math.trunc(Number(draft.minimumPieces)) || 0,
      value: amountsOrNull(draft.minimumValue, locale),
    },
    action: readAction(draft, locale),
  }
}

function readAction(draft: PromotionDraft, locale: string): PromotionInput['action'] {
  switch (draft.kind) {
    case 'percentage':
      return {
        kind: 'percentage',
        percent: percentOf(draft.percent, locale),
        at_most: amountsOrNull(draft.atMost, locale),
      }
    case 'amount':
      return { kind: 'amount', amount: amountsOf(draft.amount, locale), per: draft.per }
    case 'buy_get':
      return {
        kind: 'buy_get',
        buy: Number(draft.buy),
        get: Number(draft.get),
        percent: percentOf(draft.percent === '' ? '100' : draft.percent, locale),
        at_most_times: draft.times === '' ? null : Number(draft.times),
        reward: draft.reward,
      }
    case 'tiered':
      return {
        kind: 'tiered',
        tiers: draft.tiers.map((tier) => ({
          from:
            draft.tiersBy === 'pieces'
              ? { pieces: Number(tier.from) }
              : { value: amountsOf(tier.fromValue, locale) },
          gain:
            tier.gain === 'percentage'
              ? {
                  kind: 'percentage',
                  percent: percentOf(tier.percent, locale),
                  at_most: amountsOrNull(tier.atMost, locale),
                }
              : { kind: 'amount', amount: amountsOf(tier.amount, locale), per: tier.gain },
        })),
      }
    case 'free_shipping':
      return { kind: 'free_shipping', at_most: amountsOrNull(draft.atMost, locale) }
  }
}

function amountsOf(typed: TypedAmounts, locale: string): Money[] {
  return Object.entries(typed)
    .filter(([, text]) => text.trim() !== '')
    .map(([currency, text]) => ({
      amount: parsePrice(text, locale, priceDigits(currency)) ?? text.trim(),
      currency,
    }))
}

function amountsOrNull(typed: TypedAmounts, locale: string): Money[] | null {
  const amounts = amountsOf(typed, locale)
  return amounts.length === 0 ? null : amounts
}

function percentOf(typed: string, locale: string): string {
  const text = typed.replace('%', '').trim()
  return (parsePrice(text, locale, 2) ?? text).slice(0, 6)
}

function moment(typed: string): string | null {
  return typed === '' ? null : new Date(typed).toISOString()
}

/** A moment as a field for date and time holds it, by the reader's clock. */
function localMoment(iso: string | null): string {
  if (iso === null) return ''
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
