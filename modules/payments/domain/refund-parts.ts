/** What was paid for a line, in minor units. */
export type PaidLine = {
  readonly line_id: string
  readonly variant_id: string
  readonly quantity: number
  readonly paid_minor: number
}

export type WantedLine = { readonly line_id: string; readonly quantity: number; readonly restock: boolean }

/** What a refund is made of. `amount_minor` is the sum of its parts. */
export type RefundParts = {
  readonly amount_minor: number
  readonly shipping_minor: number
  readonly lines: readonly (WantedLine & { readonly variant_id: string; readonly amount_minor: number })[]
}

type Order = { readonly shipping_minor: number; readonly lines: readonly PaidLine[] }

/** What was paid back of an order before: pieces by line, and of the delivery. */
export type PaidBack = { readonly pieces: ReadonlyMap<string, number>; readonly shipping_minor: number }

type Wanted = {
  readonly lines: readonly WantedLine[]
  readonly shipping_minor: number
  /** Null: all that the parts come to. */
  readonly amount_minor: number | null
}

/**
 * What pieces of a line come to after `before` others. What was paid does not always divide by the pieces: the first ones
 * carry a minor unit more, so that all parts of a line add up to exactly what was paid for it.
 */
export function shareOf(line: PaidLine, before: number, pieces: number): number {
  const upTo = (count: number): number => {
    const rest = line.paid_minor % line.quantity
    return count * Math.floor(line.paid_minor / line.quantity) + Math.min(count, rest)
  }
  return upTo(before + pieces) - upTo(before)
}

/** The parts of a refund, or why there is none: a line that is not of the order, pieces that are not left, too much. */
export function refundParts(
  order: Order,
  paidBack: PaidBack,
  wanted: Wanted,
): RefundParts | 'unknown_line' | 'pieces_gone' | 'too_large' {
  const lines = []
  for (const want of wanted.lines) {
    const line = order.lines.find(({ line_id }) => line_id === want.line_id)
    if (line === undefined) return 'unknown_line'
    const before = paidBack.pieces.get(line.line_id) ?? 0
    if (before + want.quantity > line.quantity) return 'pieces_gone'
    const amount_minor = shareOf(line, before, want.quantity)
    lines.push({ ...want, variant_id: line.variant_id, amount_minor })
  }
  if (new Set(lines.map(({ line_id }) => line_id)).size < lines.length) return 'unknown_line'
  if (paidBack.shipping_minor + wanted.shipping_minor > order.shipping_minor) return 'pieces_gone'
  const full = lines.reduce((sum, line) => sum + line.amount_minor, wanted.shipping_minor)
  const amount = wanted.amount_minor ?? full
  if (amount > full) return 'too_large'
  const [shipping = 0, ...shares] = spread(amount, [
    wanted.shipping_minor,
    ...lines.map((line) => line.amount_minor),
  ])
  return {
    amount_minor: amount,
    shipping_minor: shipping,
    lines: lines.map((line, index) => ({ ...line, amount_minor: shares[index] ?? 0 })),
  }
}

/** An amount over parts in proportion to their weights, by largest remainder: the parts add up to it. */
function spread(amount: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (amount === total || total === 0) return [...weights]
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight))
  const parts = exact.map((part) => Number(part / BigInt(total)))
  let left = amount - parts.reduce((sum, part) => sum + part, 0)
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part % BigInt(total) }))
    .sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index)
  for (const { index } of byRemainder) {
    if (left === 0) break
    parts[index] = (parts[index] ?? 0) + 1
    left -= 1
  }
  return parts
}
