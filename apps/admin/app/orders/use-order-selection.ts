import { useState } from 'react'
import type { OrderSummary } from '../api.ts'

export type OrderSelection = {
  readonly orders: readonly OrderSummary[]
  has: (id: string) => boolean
  set: (orders: readonly OrderSummary[], selected: boolean) => void
  clear: () => void
}

/** Orders that were ticked; they stay so while pages are turned. */
export function useOrderSelection(): OrderSelection {
  const [selected, setSelected] = useState<ReadonlyMap<string, OrderSummary>>(new Map())
  return {
    orders: [...selected.values()],
    has: (id) => selected.has(id),
    set: (orders, on) =>
      setSelected((before) => {
        const after = new Map(before)
        for (const order of orders) {
          if (on) after.set(order.id, order)
          else after.delete(order.id)
        }
        return after
      }),
    clear: () => setSelected(new Map()),
  }
}
