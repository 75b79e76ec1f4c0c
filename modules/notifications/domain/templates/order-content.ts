import type { OrderLines } from '../order-lines.ts'

/** A part of an order that travels on its own. */
export type Parcel = {
  readonly id: string
  readonly carrier: string | null
  readonly tracking_number: string | null
  readonly tracking_url: string | null
  readonly lines: readonly { readonly item_id: string; readonly quantity: number }[]
}

/** What mails about an order are made of. */
export type OrderContent = OrderLines & {
  readonly id: string
  readonly number: string
  readonly tracking_token: string | null
  readonly shipping_address: {
    readonly full_name?: string | undefined
    readonly company?: string | undefined
    readonly street: string
    readonly street2?: string | undefined
    readonly city: string
    readonly state?: string | undefined
    readonly postal_code: string
    readonly country: string
  }
  readonly shipments: readonly Parcel[]
  readonly shipment: {
    readonly carrier: string | null
    readonly tracking_number: string | null
    readonly tracking_url: string | null
  } | null
}
