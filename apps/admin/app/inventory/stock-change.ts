export type StockMode = 'delta' | 'count'

export type StockChange = { delta: number } | { quantity: number }

/** Reads what was typed as a change of stock; null when it is no whole number, or changes nothing. */
export function readStockChange(mode: StockMode, typed: string): StockChange | null {
  const text = typed.trim().replace(/^[−–]/, '-')
  if (!/^[+-]?\d{1,7}$/.test(text)) return null
  const value = Number(text)
  if (mode === 'count') return value < 0 || value > 1_000_000 ? null : { quantity: value }
  return value === 0 || Math.abs(value) > 1_000_000 ? null : { delta: value }
}

/** What would be on hand after a change. */
export function stockAfter(onHand: number, change: StockChange): number {
  return 'quantity' in change ? change.quantity : onHand + change.delta
}
