import { useState } from 'react'
import type { StockLine } from '../api.ts'

export type StockSelection = {
  readonly lines: readonly StockLine[]
  has: (variantId: string) => boolean
  set: (lines: readonly StockLine[], selected: boolean) => void
  /** Leaves these alone selected. */
  keep: (variantIds: readonly string[]) => void
  clear: () => void
}

/** Rows of the stock that were ticked; they stay so while pages are turned. */
export function useStockSelection(): StockSelection {
  const [selected, setSelected] = useState<ReadonlyMap<string, StockLine>>(new Map())
  return {
    lines: [...selected.values()],
    has: (variantId) => selected.has(variantId),
    set: (lines, on) =>
      setSelected((before) => {
        const after = new Map(before)
        for (const line of lines) {
          if (on) after.set(line.variant_id, line)
          else after.delete(line.variant_id)
        }
        return after
      }),
    keep: (variantIds) =>
      setSelected((before) => new Map([...before].filter(([id]) => variantIds.includes(id)))),
    clear: () => setSelected(new Map()),
  }
}
