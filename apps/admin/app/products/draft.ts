import type { Product, WirePicture } from '../api.ts'
import { priceInput } from '../money/parse-price.ts'

export type DraftOption = { key: string; name: string; values: string[] }

export type DraftPrice = { price: string; compare_at_price: string }

export type DraftVariant = {
  key: string
  /** Absent while the variant is new. */
  id: string | null
  sku: string
  /** One value for each option, in the order of the options. */
  choice: string[]
  price: string
  compare_at_price: string
  /** In other currencies, by their codes. */
  prices: Readonly<Record<string, DraftPrice>>
  /** Only for a new variant. */
  initial_quantity: string
  available: number | null
}

export type AttributeType = 'text' | 'number' | 'flag'
export type DraftAttribute = { key: string; name: string; type: AttributeType; value: string }

/** A product as the editor holds it: texts as typed, so that nothing is lost while it is not right yet. */
export type Draft = {
  name: string
  slug: string
  summary: string
  description: string
  brand: string
  status: Product['status']
  category_id: string
  /** What its attributes are checked against; empty: nothing. */
  type_id: string
  /** Whose product it is; empty: the shop's own. */
  seller_id: string
  pictures: WirePicture[]
  options: DraftOption[]
  variants: DraftVariant[]
  attributes: DraftAttribute[]
  seo_title: string
  seo_description: string
  /** As typed, between commas. */
  tags: string
}

let made = 0

/** A key for a row that has no id yet; it never leaves the page. */
export function rowKey(): string {
  made += 1
  return `row-${made}`
}

/** A variant that is not sold yet, with the prices of the one it stands beside. */
export function newVariant(choice: string[], like?: DraftVariant): DraftVariant {
  return {
    key: rowKey(),
    id: null,
    sku: '',
    choice,
    price: like?.price ?? '',
    compare_at_price: like?.compare_at_price ?? '',
    prices: like?.prices ?? {},
    initial_quantity: '',
    available: null,
  }
}

/** The draft of a product that is to be. */
export function emptyDraft(): Draft {
  return {
    name: '',
    slug: '',
    summary: '',
    description: '',
    brand: '',
    status: 'draft',
    category_id: '',
    type_id: '',
    seller_id: '',
    pictures: [],
    options: [],
    variants: [newVariant([])],
    attributes: [],
    seo_title: '',
    seo_description: '',
    tags: '',
  }
}

function attributeType(value: string | number | boolean): AttributeType {
  if (typeof value === 'number') return 'number'
  return typeof value === 'boolean' ? 'flag' : 'text'
}

/** What is struck through outside any sale. */
type Asked = Pick<
  Product['variants'][number],
  'regular_price' | 'regular_compare_at_price' | 'compare_at_price'
>

function formerPrice(variant: Asked) {
  return variant.regular_price ? variant.regular_compare_at_price : variant.compare_at_price
}

/** The draft of a product as it is, with prices in the notation of the reader. */
export function draftOf(product: Product, locale: string): Draft {
  return {
    name: product.name,
    slug: product.slug,
    summary: product.summary,
    description: product.description,
    brand: product.brand ?? '',
    status: product.status,
    category_id: product.category?.id ?? '',
    type_id: product.type_id ?? '',
    seller_id: product.seller_id ?? '',
    seo_title: product.seo_title ?? '',
    seo_description: product.seo_description ?? '',
    tags: (product.tags ?? []).join(', '),
    pictures: product.pictures,
    options: product.options.map((option, index) => ({
      key: `option-${index}`,
      name: option.name,
      values: option.values,
    })),
    variants: product.variants.map((variant) => ({
      key: variant.id,
      id: variant.id,
      sku: variant.sku,
      choice: product.options.map((option) => variant.options[option.name] ?? ''),
      // In a sale the price of the page is the sale's; what is edited here is the regular one.
      price: priceInput((variant.regular_price ?? variant.price).amount, locale),
      compare_at_price: priceInput(formerPrice(variant)?.amount ?? '', locale),
      prices: Object.fromEntries(
        (variant.prices ?? []).map((asked) => [
          asked.price.currency,
          {
            price: priceInput((asked.regular_price ?? asked.price).amount, locale),
            compare_at_price: priceInput(formerPrice(asked)?.amount ?? '', locale),
          },
        ]),
      ),
      initial_quantity: '',
      available: variant.available,
    })),
    attributes: product.attributes.map((attribute, index) => ({
      key: `attribute-${index}`,
      name: attribute.name,
      type: attributeType(attribute.value),
      value:
        typeof attribute.value === 'number'
          ? priceInput(String(attribute.value), locale)
          : String(attribute.value),
    })),
  }
}
