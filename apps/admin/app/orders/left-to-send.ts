import type { Order } from '../api.ts'

type Items = Pick<Order, 'items' | 'shipments' | 'status'>

export type LeftLine = { item: Order['items'][number]; left: number }

/** How many pieces of each line are in no shipment that stands; nothing where the order is not to be sent. */
export function leftToSend({ items, shipments, status }: Items): LeftLine[] {
  if (status !== 'paid' && status !== 'processing') return []
  const standing = shipments.filter(({ state }) => state !== 'cancelled').flatMap(({ lines }) => lines)
  return items.flatMap((item) => {
    const taken = standing.filter(({ item_id }) => item_id === item.id)
    const left = item.quantity - taken.reduce((sum, { quantity }) => sum + quantity, 0)
    return left > 0 ? [{ item, left }] : []
  })
}
