import type { Pricing } from '@rampart/contracts/pricing.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { OutputOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'

type Input = ParsedInputOf<Pricing, 'priceCart'>
type Priced = OutputOf<Pricing, 'priceCart'>
type Refused = Priced['coupons'][number]['refused']

const PROMOTION = newId()

/** Coupons of so many percent off each line, and gift cards, in memory. */
export function priceBook() {
  const coupons = new Map<string, { percent: number; refused: Refused }>()
  const cards = new Map<string, { code: string; balance: number; currency: string }>()

  function priceCart({ lines, coupons: typed, gift_card_ids, currency }: Input): Priced {
    const entered = typed.map((code) => ({
      code: code.toUpperCase(),
      coupon: coupons.get(code.toUpperCase()),
    }))
    const open = entered.find(({ coupon }) => coupon?.refused === null)
    const priced = lines.map(({ line_id, unit_price_minor, quantity }) => {
      const list = unit_price_minor * quantity
      const percent = open?.coupon?.percent ?? 0
      const discount = Math.round((list * percent) / 100)
      const explanation = {
        code: 'percentage_off' as const,
        facts: { percent_bp: percent * 100, at_most_minor: null },
      }
      const taken = { promotion_id: PROMOTION, name: 'Sale', coupon: open?.code ?? null, limited: false }
      return {
        ...{ line_id, tax_class: 'standard', tax_rate_bp: 0, list_minor: list, discount_minor: discount },
        ...{ net_minor: list - discount, tax_minor: 0, total_minor: list - discount },
        discounts: discount === 0 ? [] : [{ ...taken, amount_minor: discount, explanation }],
      }
    })
    const list = priced.reduce((sum, line) => sum + line.list_minor, 0)
    const discount = priced.reduce((sum, line) => sum + line.discount_minor, 0)
    const total = list - discount
    const nothing = { list_minor: 0, discount_minor: 0, net_minor: 0, tax_minor: 0, total_minor: 0 }
    return {
      ...{ currency, prices: 'inclusive', priced_at: '2026-03-01T12:00:00.000Z', lines: priced },
      shipping: { ...nothing, discounts: [] },
      discounts:
        discount === 0
          ? []
          : [
              {
                ...{ promotion_id: PROMOTION, name: 'Sale', coupon: open?.code ?? null },
                amount_minor: discount,
              },
            ],
      coupons: entered.map(({ code, coupon }) => {
        const refused = coupon === undefined ? 'coupon_unknown' : coupon.refused
        return { code, applied: refused === null && lines.length > 0, refused, facts: null }
      }),
      taxes: [],
      totals: {
        ...{ list_minor: list, discount_minor: discount, shipping_minor: 0, shipping_discount_minor: 0 },
        ...{ net_minor: total, tax_minor: 0, total_minor: total },
      },
      gift_cards: gift_card_ids.map((gift_card_id) => {
        const card = cards.get(gift_card_id)!
        return {
          ...{ gift_card_id, hint: 'CARD', currency: card.currency, balance_minor: card.balance },
          ...{ amount_minor: Math.min(card.balance, total), refused: null },
        }
      }),
      gift_card_minor: 0,
      to_pay_minor: total,
    }
  }

  const stub = {
    priceCart: async (input: Input) => priceCart(input),
    openGiftCard: async (
      { code, currency }: { code: string; currency: string },
      context: HandlerContext<string>,
    ) => {
      const [id, card] = [...cards].find(([, one]) => one.code === code) ?? []
      if (id === undefined || card === undefined) throw context.fail('PRICING_GIFT_CARD_UNKNOWN')
      if (card.currency !== currency) throw context.fail('PRICING_GIFT_CARD_CURRENCY')
      if (card.balance === 0) throw context.fail('PRICING_GIFT_CARD_SPENT')
      const kept = { gift_card_id: id, hint: 'CARD', currency, balance_minor: card.balance }
      return { ...kept, expires_at: null }
    },
  }
  return { coupons, cards, stub }
}
