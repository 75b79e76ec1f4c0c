import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { OutputOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'

type Input = ParsedInputOf<Pricing, 'priceCart'>
type Priced = OutputOf<Pricing, 'priceCart'>
type Hold = ParsedInputOf<Pricing, 'holdForOrder'>
type Context = HandlerContext<string>

export type Coupon = { percent: number; uses: number; maxUses: number }

const amounts = (list: number, discount: number) => {
  const total = list - discount
  return {
    ...{ list_minor: list, discount_minor: discount, net_minor: total, tax_minor: 0, total_minor: total },
    discounts: [],
  }
}

/** Coupons of so many percent off each line, gift cards, no taxes; in memory, each effect once. */
export function priceBook() {
  const coupons = new Map<string, Coupon>()
  const cards = new Map<string, { code: string; balance: number }>()
  const holds = new Map<string, { status: 'held' | 'settled' | 'released'; hold: Hold | null }>()

  function priceCart({ lines, shipping, coupons: typed, gift_card_ids, currency }: Input): Priced {
    const entered = typed.map((code) => ({ code, coupon: coupons.get(code) }))
    const refused = ({ coupon }: (typeof entered)[number]) =>
      coupon === undefined ? 'coupon_unknown' : coupon.uses >= coupon.maxUses ? 'coupon_used_up' : null
    const percent = entered.find((one) => refused(one) === null)?.coupon?.percent ?? 0
    const priced = lines.map(({ line_id, unit_price_minor, quantity }) => {
      const list = unit_price_minor * quantity
      return {
        ...{ line_id, tax_class: 'standard', tax_rate_bp: 0 },
        ...amounts(list, Math.round((list * percent) / 100)),
      }
    })
    const sent = amounts(shipping?.price_minor ?? 0, 0)
    const list = priced.reduce((sum, line) => sum + line.list_minor, 0)
    const discount = priced.reduce((sum, line) => sum + line.discount_minor, 0)
    const total = list - discount + sent.total_minor
    let left = total
    const used = gift_card_ids.map((gift_card_id) => {
      const balance = cards.get(gift_card_id)?.balance ?? 0
      const amount = Math.min(balance, left)
      left -= amount
      return {
        ...{ gift_card_id, hint: 'CARD', currency, balance_minor: balance, amount_minor: amount },
        refused: balance === 0 ? ('empty' as const) : null,
      }
    })
    return {
      ...{
        currency,
        prices: 'inclusive',
        priced_at: '2026-03-01T12:00:00.000Z',
        lines: priced,
        shipping: sent,
      },
      discounts: [],
      coupons: entered.map((one) => ({
        ...{ code: one.code, applied: refused(one) === null, refused: refused(one), facts: null },
      })),
      taxes: [],
      totals: {
        ...{ list_minor: list, discount_minor: discount, shipping_minor: sent.list_minor },
        ...{ shipping_discount_minor: 0, net_minor: total, tax_minor: 0, total_minor: total },
      },
      ...{ gift_cards: used, gift_card_minor: total - left, to_pay_minor: left },
    }
  }

  function book(hold: Hold, sign: 1 | -1): void {
    for (const code of hold.coupons) coupons.get(code)!.uses += sign
    for (const { gift_card_id, amount_minor } of hold.gift_cards) {
      cards.get(gift_card_id)!.balance -= sign * amount_minor
    }
  }

  const stub = {
    priceCart: async (input: Input) => priceCart(input),
    openGiftCard: async ({ code, currency }: { code: string; currency: string }, context: Context) => {
      const found = [...cards].find(([, card]) => card.code === code)
      if (found === undefined) throw context.fail('PRICING_GIFT_CARD_UNKNOWN')
      const [gift_card_id, { balance }] = found
      return { gift_card_id, hint: 'CARD', currency, balance_minor: balance, expires_at: null }
    },
    holdForOrder: async (hold: Hold, context: Context) => {
      const known = holds.get(hold.order_id)
      if (known?.status === 'released') throw context.fail('PRICING_ORDER_RELEASED')
      if (known !== undefined) return { status: known.status }
      if (hold.coupons.some((code) => coupons.get(code)!.uses >= coupons.get(code)!.maxUses))
        throw context.fail('PRICING_COUPON_USED_UP')
      if (hold.gift_cards.some((card) => cards.get(card.gift_card_id)!.balance < card.amount_minor))
        throw context.fail('PRICING_GIFT_CARD_SPENT')
      book(hold, 1)
      holds.set(hold.order_id, { status: 'held', hold })
      return { status: 'held' }
    },
    settleForOrder: async ({ order_id }: { order_id: string }, context: Context) => {
      const known = holds.get(order_id)
      if (known?.status === 'released') throw context.fail('PRICING_ORDER_RELEASED')
      if (known === undefined) return { status: 'none' }
      known.status = 'settled'
      return { status: 'settled' }
    },
    releaseForOrder: async ({ order_id }: { order_id: string }) => {
      const known = holds.get(order_id) ?? { status: 'released' as const, hold: null }
      if (known.status !== 'released' && known.hold !== null) book(known.hold, -1)
      holds.set(order_id, { ...known, status: 'released' })
      return null
    },
  }
  return { coupons, cards, holds, stub }
}
