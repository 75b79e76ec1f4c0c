/** The most pieces of one article in a cart. */
export const MAX_PIECES = 9_999

/** The most different articles in a cart. */
export const MAX_LINES = 100

export type LineNote =
  | 'price_changed'
  | 'quantity_reduced'
  | 'out_of_stock'
  | 'not_sold_any_more'
  | 'ships_later'
  | 'not_sold_in_currency'

type LineFacts = {
  readonly quantity: number
  readonly seen_price_minor: number
  readonly price_minor: number
  readonly sellable: boolean
  /** It would be sold, had it a price in the currency of the cart. */
  readonly unpriced: boolean
  /** Pieces that can be ordered, and those of them that are there. */
  readonly available: number
  readonly here: number
}

export type PricedLine = {
  /** Pieces that are wanted and can be had; all that are wanted when none can. */
  readonly quantity: number
  readonly line_total_minor: number
  readonly available: number
  readonly notes: readonly LineNote[]
}

/** What a line comes to now. One that cannot be bought keeps its quantity and costs nothing. */
export function priceLine(line: LineFacts): PricedLine {
  const notes: LineNote[] = []
  if (line.price_minor !== line.seen_price_minor) notes.push('price_changed')
  if (!line.sellable || line.unpriced) {
    const note = line.unpriced ? 'not_sold_in_currency' : 'not_sold_any_more'
    return { quantity: line.quantity, line_total_minor: 0, available: 0, notes: [note] }
  }
  const available = Math.max(0, line.available)
  if (available === 0) {
    return { quantity: line.quantity, line_total_minor: 0, available, notes: [...notes, 'out_of_stock'] }
  }
  const quantity = Math.min(line.quantity, available)
  if (quantity < line.quantity) notes.push('quantity_reduced')
  if (quantity > line.here) notes.push('ships_later')
  return { quantity, line_total_minor: quantity * line.price_minor, available, notes }
}
