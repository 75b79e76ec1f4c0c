export type ProductStatus = 'draft' | 'published' | 'archived'

export type Attribute = {
  key: string
  name: string
  value: string | number | boolean
  /** As the product's type has it; absent: none. */
  unit?: string
}

export type Option = { name: string; values: string[] }

/** A picture as pages show it. */
export type Picture = {
  id: string
  url: string
  alt: string
  width: number
  height: number
  srcset: { url: string; width: number }[]
}

/** What is asked in a currency that is not the product's own. */
export type OtherPrice = { currency: string; price_minor: number; compare_at_minor: number | null }

export type Variant = {
  id: string
  sku: string
  options: Record<string, string>
  price_minor: number
  compare_at_minor: number | null
  /** In the order of their currencies; in what is not among them it is not for sale. */
  prices: OtherPrice[]
  /** As last heard from the stock. */
  available: number
}

/** All that a product is made of; what lists, details and the search show is derived from it. */
export type Product = {
  id: string
  slug: string
  name: string
  summary: string
  description: string
  brand: string | null
  status: ProductStatus
  /** Whose it is; null: the shop's own. */
  seller_id: string | null
  category_id: string | null
  /** Which attributes it should have; null: any. */
  type_id: string | null
  options: Option[]
  attributes: Attribute[]
  pictures: Picture[]
  /** What search engines are told; empty: name and summary. */
  seo_title: string
  seo_description: string
  /** For staff, to find products by. */
  tags: string[]
  currency: string
  /** In the order they are shown; at least one. */
  variants: Variant[]
  created_at: string
  updated_at: string
}
