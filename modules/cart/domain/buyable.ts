/** A line of a cart that could be ordered now: so many pieces at that price, in minor units. */
export type Buyable = {
  readonly id: string
  readonly variant_id: string
  readonly unit_price_minor: number
  readonly quantity: number
}
