export type GiftCard = {
  readonly id: string
  readonly currency: string
  readonly balance_minor: number
  readonly expires_at: Date | null
}

type Spending = {
  readonly charges: readonly { readonly gift_card_id: string; readonly amount_minor: number }[]
  /** What another means of payment has to pay. */
  readonly left_minor: number
}

/** Pays a total from gift cards: the one that expires first, then the smallest. Cards in another currency or expired pay nothing. */
export function spendGiftCards(
  due: { readonly total_minor: number; readonly currency: string; readonly moment: Date },
  cards: readonly GiftCard[],
): Spending {
  const usable = [...new Map(cards.map((card) => [card.id, card])).values()]
    .filter((card) => card.currency === due.currency && card.balance_minor > 0)
    .filter((card) => card.expires_at === null || card.expires_at > due.moment)
    .sort(bySpending)
  let left = due.total_minor
  const charges = []
  for (const card of usable) {
    const amount = Math.min(left, card.balance_minor)
    if (amount === 0) break
    charges.push({ gift_card_id: card.id, amount_minor: amount })
    left -= amount
  }
  return { charges, left_minor: left }
}

function bySpending(left: GiftCard, right: GiftCard): number {
  const expiry = (card: GiftCard) => card.expires_at?.getTime() ?? Number.MAX_SAFE_INTEGER
  return (
    expiry(left) - expiry(right) || left.balance_minor - right.balance_minor || (left.id < right.id ? -1 : 1)
  )
}
