/** A published product as the catalogue hands it to the index. */
export type IndexDocument = {
  readonly product_id: string
  readonly name: string
  readonly brand: string | null
  /** What its product type is called, and who sells it; null: no type, the shop itself. */
  readonly type_name: string | null
  readonly seller_name: string | null
  readonly summary: string
  readonly description: string
  /** From the root to the product's own category. */
  readonly categories: readonly { readonly id: string; readonly name: string; readonly slug: string }[]
  readonly skus: readonly string[]
  readonly attributes: readonly {
    readonly key: string
    readonly name: string
    readonly value: string | number | boolean
  }[]
  /** The attributes that can be filtered by, as filters compare them. */
  readonly filters: readonly {
    readonly key: string
    readonly text_value: string
    readonly number_value: number | null
  }[]
  /** Of the leading variant, in minor units of the shop's currency. */
  readonly price_minor: number
  readonly in_stock: boolean
  readonly rating_count: number
  readonly rating_average: number | null
  /** What names are sorted by. */
  readonly sort_name: string
}
