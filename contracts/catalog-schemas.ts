import { z } from 'zod'
import {
  Currency,
  Id,
  Minor,
  MoneyIn,
  MoneyOut,
  pageFields,
  QueryFlag,
  Slug,
  Text,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'
import { articleFields, Picture } from './shared-fields.ts'

/** Merchant's own number for a variant: visible ASCII without spaces at either end. */
export const Sku = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,78}[\x21-\x7e])?$/, 'Use 1 to 80 plain characters.')

export const ProductStatus = z.enum(['draft', 'published', 'archived'])

/** A typed attribute: text, number or yes/no. The key is what filters name, the name is what people read. */
const Attribute = z.strictObject({
  key: z.string(),
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  /** Of a number, as the product's type has it; absent: none. */
  unit: z.string().optional(),
})

const AttributeIn = z.strictObject({
  name: Text(80, 1),
  value: z.union([Text(500, 1), z.number(), z.boolean()]),
})

/** Where a price is a reduced one: what the law wants to be told, and until when it holds. */
const reduction = {
  /** The least that was asked in the 30 days before the price went down. */
  lowest_price: MoneyOut.optional(),
  /** Absent without a sale that ends by itself. */
  sale_ends_at: Timestamp.optional(),
}

const asked = { price: MoneyOut, compare_at_price: MoneyOut.nullable(), ...reduction }

/** What outside the sale that runs is asked and struck through; absent when none does, or nothing is. */
const regular = { regular_price: MoneyOut.optional(), regular_compare_at_price: MoneyOut.optional() }

/** What a product costs in another currency of the shop: of the variants that have a price in it, the lowest. */
const ProductPriceIn = z.strictObject({ ...asked, price_varies: z.boolean() })

/** In which other currencies it is for sale, and for what; absent: in none. */
const otherPrices = { prices: z.array(ProductPriceIn).optional() }

const Variant = z.strictObject({
  id: Id,
  sku: z.string(),
  /** Option name → value; empty for a product without options. */
  options: z.record(z.string(), z.string()),
  price: MoneyOut,
  compare_at_price: MoneyOut.nullable(),
  ...reduction,
  ...regular,
  /** In which other currencies of the shop it is for sale, and for what; absent: in none. */
  prices: z.array(z.strictObject({ ...asked, ...regular })).optional(),
  /** Pieces that can be bought now, as last heard from the stock; checkout asks the stock itself. */
  available: z.int(),
  in_stock: z.boolean(),
  /** It can be bought, and none of it is there yet. */
  ships_later: z.boolean().optional(),
})

export const CategoryRef = z.strictObject({ id: Id, slug: z.string(), name: z.string() })

/** What search engines are told, where it is something else than name and summary. */
const seoOut = { seo_title: z.string().optional(), seo_description: z.string().optional() }
const seoInput = { seo_title: Text(120).optional(), seo_description: Text(320).optional() }

/** Whose goods they are, by the name that shoppers read; null: the shop's own. */
const SoldBy = z.strictObject({ name: z.string() }).nullable()

/** What customers rate it; null while nobody has. */
const Rating = z.strictObject({ count: z.int(), average: z.number() }).nullable()

export const Card = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  brand: z.string().nullable(),
  price: MoneyOut,
  /** Whether variants have different prices; `price` is the lowest. */
  price_varies: z.boolean(),
  compare_at_price: MoneyOut.nullable(),
  ...reduction,
  ...otherPrices,
  picture: Picture.nullable(),
  in_stock: z.boolean(),
  sold_by: SoldBy,
  rating: Rating,
})

export const Product = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  summary: z.string(),
  description: z.string(),
  brand: z.string().nullable(),
  status: ProductStatus,
  category: CategoryRef.nullable(),
  /** From the root to the product's own category. */
  breadcrumb: z.array(CategoryRef),
  price: MoneyOut,
  price_varies: z.boolean(),
  compare_at_price: MoneyOut.nullable(),
  ...reduction,
  ...otherPrices,
  in_stock: z.boolean(),
  pictures: z.array(Picture),
  options: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(Variant),
  attributes: z.array(Attribute),
  sold_by: SoldBy,
  rating: Rating,
  /** Whose product it is, null: the shop's own. Only for staff, and for the seller. */
  seller_id: Id.nullable().optional(),
  /** Only for staff, and for the seller. */
  tags: z.array(z.string()).optional(),
  /** Only for staff, and for the seller. */
  type_id: Id.nullable().optional(),
  ...seoOut,
  created_at: Timestamp,
  updated_at: Timestamp,
})

/**
 * Prices in other currencies of the shop, each once and with its currency named. A list that is given replaces all; in
 * what is not on it the variant is not for sale. Absent: as it was.
 */
export const pricesIn = {
  prices: z
    .array(z.strictObject({ price: MoneyIn, compare_at_price: MoneyIn.nullable().optional() }))
    .max(20)
    .optional(),
}

const VariantIn = z.strictObject({
  /** Present to keep a variant, absent to add one; variants left out are retired. */
  id: Id.optional(),
  sku: Sku,
  options: z.record(Text(60, 1), Text(60, 1)).default({}),
  price: MoneyIn,
  compare_at_price: MoneyIn.nullable().optional(),
  ...pricesIn,
  /** Only for a new variant. */
  initial_quantity: z.int().min(0).max(1_000_000).optional(),
})

const PictureIn = z.strictObject({ id: Id, alt: Text(300).optional() })

export const productFields = {
  name: Text(200, 1),
  slug: Slug.optional(),
  summary: Text(200).optional(),
  description: Text(20_000).optional(),
  brand: Text(80).nullable().optional(),
  status: ProductStatus.optional(),
  category_id: Id.nullable().optional(),
  /** What its attributes are checked against. */
  type_id: Id.nullable().optional(),
  attributes: z.array(AttributeIn).max(200).optional(),
  options: z
    .array(z.strictObject({ name: Text(60, 1), values: z.array(Text(60, 1)).min(1).max(100) }))
    .max(3)
    .optional(),
  variants: z.array(VariantIn).min(1).max(250).optional(),
  pictures: z.array(PictureIn).max(50).optional(),
  ...seoInput,
  /** Words of the shop's own to find products by; nobody else reads them. */
  tags: z.array(Text(40, 1)).max(50).optional(),
  /** Short form for a product with a single variant. */
  sku: Sku.optional(),
  price: MoneyIn.optional(),
  compare_at_price: MoneyIn.nullable().optional(),
  ...pricesIn,
  initial_quantity: z.int().min(0).max(1_000_000).optional(),
}

/** Whose product it is; null: the shop's own. A seller's products are theirs, so they may not say. */
export const sellerField = { seller_id: Id.nullable().optional() }

export const Seller = z.strictObject({ id: Id, name: z.string() })

const sortNames = ['relevance', 'newest', 'price', '-price', 'name', '-name'] as const

export const listFields = {
  ...pageFields,
  /** Id or slug; includes everything below it. */
  category: Text(200).optional(),
  q: Text(200).optional(),
  brand: z.union([Text(80), z.array(Text(80)).max(50)]).optional(),
  price_min: MoneyIn.optional(),
  price_max: MoneyIn.optional(),
  in_stock: QueryFlag.optional(),
  /** Repeatable. `key:value`, or `key:min..max` with either end open for numbers. */
  filter: z.union([Text(300), z.array(Text(300)).max(30)]).optional(),
  sort: z.enum(sortNames).optional(),
}

export const Facet = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('values'),
    key: z.string(),
    name: z.string(),
    values: z.array(z.strictObject({ value: z.string(), count: z.int(), selected: z.boolean() })),
  }),
  z.strictObject({
    type: z.literal('range'),
    key: z.string(),
    name: z.string(),
    min: z.number(),
    max: z.number(),
  }),
])

type CategoryNode = {
  id: string
  slug: string
  name: string
  description: string
  parent_id: string | null
  position: number
  /** Published products in it and below. */
  product_count: number
  picture: z.infer<typeof Picture> | null
  seo_title?: string | undefined
  seo_description?: string | undefined
  children: CategoryNode[]
}

export const categoryFields = {
  id: Id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  parent_id: Id.nullable(),
  position: z.int(),
  product_count: z.int(),
  picture: Picture.nullable(),
  ...seoOut,
}

export const Category: z.ZodType<CategoryNode> = z.strictObject({
  ...categoryFields,
  get children() {
    return z.array(Category)
  },
})

export const categoryInput = {
  name: Text(120, 1),
  slug: Slug.optional(),
  description: Text(2_000).optional(),
  parent_id: Id.nullable().optional(),
  position: z.int().min(0).max(10_000).optional(),
  picture_id: Id.nullable().optional(),
  ...seoInput,
}

export const badAttributes = {
  CATALOG_TYPE_UNKNOWN: { status: 400, message: 'There is no such product type.' },
  CATALOG_ATTRIBUTES_UNFIT: { status: 400, message: 'The attributes do not fit the product type.' },
} as const

export const badProduct = {
  ...badAttributes,
  CATALOG_SKU_TAKEN: { status: 409, message: 'Another variant has this SKU.' },
  CATALOG_SLUG_TAKEN: { status: 409, message: 'Another page has this address.' },
  CATALOG_BAD_PRICE: {
    status: 400,
    message: 'A price must be in a currency of the shop, once each, with no more decimals than it has.',
  },
  CATALOG_BAD_VARIANTS: {
    status: 400,
    message: 'Each variant needs one value of each option, and no two may have the same.',
  },
  CATALOG_CATEGORY_UNKNOWN: { status: 400, message: 'There is no such category.' },
  CATALOG_PICTURE_UNKNOWN: { status: 400, message: 'There is no such picture.' },
  CATALOG_SELLER_UNKNOWN: { status: 400, message: 'There is no such seller.' },
} as const

export const badCategory = {
  CATALOG_SLUG_TAKEN: { status: 409, message: 'Another page has this address.' },
  CATALOG_CATEGORY_UNKNOWN: { status: 400, message: 'There is no such category.' },
  CATALOG_CATEGORY_CYCLE: { status: 400, message: 'A category cannot be placed below itself.' },
  CATALOG_PICTURE_UNKNOWN: { status: 400, message: 'There is no such picture.' },
} as const

export const ManagedProduct = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  brand: z.string().nullable(),
  status: ProductStatus,
  category: CategoryRef.nullable(),
  price: MoneyOut,
  price_varies: z.boolean(),
  picture: Picture.nullable(),
  variant_count: z.int(),
  available: z.int(),
  /** Whose product it is; null: the shop's own. */
  seller_id: Id.nullable(),
  updated_at: Timestamp,
})

/** A variant with all that a cart or an order keeps of it. */
export const SaleVariant = z.strictObject({
  ...articleFields,
  price_minor: Minor,
  currency: Currency,
  /** False once it was retired, its product is no longer published, or it has no price in the currency asked for. */
  sellable: z.boolean(),
  /** It would be sold, were there a price in the currency asked for: `price_minor` is 0 and means nothing. */
  unpriced: z.boolean().optional(),
  /** Whose article it is; null: the shop's own. */
  seller_id: Id.nullable().default(null),
  /** Its category and those above it, from the root down: what promotions may name. */
  category_ids: z.array(Id).max(200).default([]),
})

export const ImportRow = z.strictObject({
  /** Line of the file, for reports. */
  line: z.int(),
  name: Text(200, 1),
  slug: Slug.optional(),
  summary: Text(200).optional(),
  description: Text(20_000).optional(),
  brand: Text(80).nullable().optional(),
  status: ProductStatus.default('published'),
  /** Names from the root down; missing ones are made, but for a seller. */
  category_path: z.array(Text(120, 1)).max(30).optional(),
  /** A product type by its name, in any case; null: none. */
  type: Text(80).nullable().optional(),
  ...seoInput,
  tags: z.array(Text(40, 1)).max(50).optional(),
  attributes: z.array(AttributeIn).max(400).optional(),
  options: z
    .array(z.strictObject({ name: Text(60, 1), values: z.array(Text(60, 1)).min(1).max(100) }))
    .max(3)
    .optional(),
  variants: z
    .array(
      z.strictObject({
        sku: Sku,
        options: z.record(Text(60, 1), Text(60, 1)).default({}),
        price: MoneyIn,
        compare_at_price: MoneyIn.nullable().optional(),
        ...pricesIn,
        quantity: z.int().min(0).max(1_000_000).default(0),
      }),
    )
    .min(1)
    .max(250),
  pictures: z.array(PictureIn).max(50).optional(),
})

export const ProductFacts = z.strictObject({
  product_id: Id,
  product_name: z.string(),
  /** Whose product it is; null: the shop's own; absent: not told. */
  seller_id: Id.nullable().optional(),
  variants: z.array(
    z.strictObject({ variant_id: Id, sku: z.string(), options: z.record(z.string(), z.string()) }),
  ),
})
