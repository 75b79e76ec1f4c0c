import { spendGiftCards } from '../domain/gift-cards/spend.ts'
import { cardStatus, type GiftCardRow } from '../store/gift-cards.ts'

const refusals = { active: null, spent: 'empty', expired: 'expired', disabled: 'disabled' } as const

/** What the named cards pay of a total, and why others pay nothing. `cards` are those that were found. */
export function payWithCards(
  due: { readonly total_minor: number; readonly currency: string; readonly moment: Date },
  ids: readonly string[],
  cards: readonly GiftCardRow[],
) {
  const cardOf = new Map(cards.map((card) => [card.id, card]))
  const good = cards.filter((card) => cardStatus(card, due.moment) === 'active')
  const { charges, left_minor } = spendGiftCards(
    due,
    good.map((card) => ({
      ...card,
      expires_at: card.expires_at === null ? null : new Date(card.expires_at),
    })),
  )
  const paid = new Map(charges.map((charge) => [charge.gift_card_id, charge.amount_minor]))
  const uses = [...new Set(ids)].map((id) => {
    const card = cardOf.get(id)
    const { currency } = due
    if (card === undefined)
      return {
        gift_card_id: id,
        hint: '',
        amount_minor: 0,
        balance_minor: 0,
        currency,
        refused: 'unknown' as const,
      }
    const refused =
      card.currency === currency ? refusals[cardStatus(card, due.moment)] : ('not_in_currency' as const)
    return {
      gift_card_id: id,
      hint: card.hint,
      amount_minor: paid.get(id) ?? 0,
      balance_minor: card.balance_minor,
      currency: card.currency,
      refused,
    }
  })
  return { gift_cards: uses, gift_card_minor: due.total_minor - left_minor, to_pay_minor: left_minor }
}
