import type { Recipient } from './document.ts'
import type { ShipmentState } from './fulfilment.ts'

/** A line of an order as the warehouse needs it. */
export type PaperLine = {
  readonly position: number
  readonly name: string
  readonly options: Readonly<Record<string, string>>
  readonly sku: string
  readonly quantity: number
}

/** An order as the warehouse needs it: what goes where, and nothing of money. */
export type PaperOrder = {
  readonly id: string
  readonly number: string
  readonly placed_at: string
  readonly shipping_address: Recipient
  readonly method: string
  readonly note: string | null
  readonly lines: readonly PaperLine[]
  readonly shipments: readonly {
    readonly number: number
    readonly state: ShipmentState
    readonly lines: readonly { readonly position: number; readonly quantity: number }[]
  }[]
}

/** What lies in a parcel, or is to. */
export type Slip = { readonly shipment: number | null; readonly lines: readonly PaperLine[] }

/** Pieces to fetch, by article. */
export type Picked = PaperLine & { readonly orders: readonly string[] }

/**
 * The slips of an order: one for each parcel that is packed and waits; without one, for what is left to send; and where
 * all was sent, for the parcels that left.
 */
export function slipsOf({ lines, shipments }: PaperOrder): Slip[] {
  const held = (shipment: PaperOrder['shipments'][number]): Slip => ({
    shipment: shipment.number,
    lines: shipment.lines.flatMap(({ position, quantity }) =>
      lines.filter((line) => line.position === position).map((line) => ({ ...line, quantity })),
    ),
  })
  const packed = shipments.filter(({ state }) => state === 'packed')
  if (packed.length > 0) return packed.map(held)
  const left = leftOf({ lines, shipments })
  if (left.length > 0) return [{ shipment: null, lines: left }]
  return shipments.filter(({ state }) => state !== 'cancelled').map(held)
}

/** What is still to be fetched for some orders: all that has not been packed, each article once. */
export function picksOf(orders: readonly PaperOrder[]): Picked[] {
  const picks = new Map<string, Picked>()
  for (const order of orders)
    for (const line of leftOf(order)) {
      const key = JSON.stringify([line.sku, line.name, line.options])
      const known = picks.get(key)
      const entry = `${order.number} (${String(line.quantity)})`
      picks.set(key, {
        ...line,
        quantity: (known?.quantity ?? 0) + line.quantity,
        orders: [...(known?.orders ?? []), entry],
      })
    }
  return [...picks.values()].toSorted((a, b) => (a.sku === b.sku ? 0 : a.sku < b.sku ? -1 : 1))
}

/** What is in no parcel that stands. */
function leftOf({ lines, shipments }: { [K in 'lines' | 'shipments']: PaperOrder[K] }): PaperLine[] {
  return lines.flatMap((line) => {
    const taken = shipments
      .filter(({ state }) => state !== 'cancelled')
      .flatMap((shipment) => shipment.lines)
      .filter(({ position }) => position === line.position)
      .reduce((sum, { quantity }) => sum + quantity, 0)
    return line.quantity > taken ? [{ ...line, quantity: line.quantity - taken }] : []
  })
}
