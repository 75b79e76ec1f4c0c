import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import {
  Currency,
  Id,
  Minor,
  MoneyIn,
  MoneyOut,
  Nothing,
  Page,
  pageFields,
  QueryFlag,
  Slug,
  Text,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'
import { Picture } from './shared-fields.ts'

/** Merchant's own number for a variant: visible ASCII without spaces at either end. */
export const Sku = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,78}[\x21-\x7e])?$/, 'Use 1 to 80 plain characters.')

const ProductStatus = z.enum(['draft', 'published', 'archived'])

/** A typed attribute: text, number or yes/no. The key is what filters name, the name is what people read. */
const Attribute = z.strictObject({
  key: z.string(),
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
})

const AttributeIn = z.strictObject({
  name: Text(80, 1),
  value: z.union([Text(500, 1), z.number(), z.boolean()]),
})

const Variant = z.strictObject({
  id: Id,
  sku: z.string(),
  /** Option name → value; empty for a product without options. */
  options: z.record(z.string(), z.string()),
  price: MoneyOut,
  compare_at_price: MoneyOut.nullable(),
  /** Pieces that can be bought now, as last heard from the stock; checkout asks the stock itself. */
  available: z.int(),
  in_stock: z.boolean(),
})

const CategoryRef = z.strictObject({ id: Id, slug: z.string(), name: z.string() })

const Card = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  brand: z.string().nullable(),
  price: MoneyOut,
  /** Whether variants have different prices; `price` is the lowest. */
  price_varies: z.boolean(),
  compare_at_price: MoneyOut.nullable(),
  picture: Picture.nullable(),
  in_stock: z.boolean(),
})

const Product = z.strictObject({
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
  in_stock: z.boolean(),
  pictures: z.array(Picture),
  options: z.array(z.strictObject({ name: z.string(), values: z.array(z.string()) })),
  variants: z.array(Variant),
  attributes: z.array(Attribute),
  created_at: Timestamp,
  updated_at: Timestamp,
})

const VariantIn = z.strictObject({
  /** Present to keep a variant, absent to add one; variants left out are retired. */
  id: Id.optional(),
  sku: Sku,
  options: z.record(Text(60, 1), Text(60, 1)).default({}),
  price: MoneyIn,
  compare_at_price: MoneyIn.nullable().optional(),
  /** Only for a new variant. */
  initial_quantity: z.int().min(0).max(1_000_000).optional(),
})

const PictureIn = z.strictObject({ id: Id, alt: Text(300).optional() })

const productFields = {
  name: Text(200, 1),
  slug: Slug.optional(),
  summary: Text(200).optional(),
  description: Text(20_000).optional(),
  brand: Text(80).nullable().optional(),
  status: ProductStatus.optional(),
  category_id: Id.nullable().optional(),
  attributes: z.array(AttributeIn).max(200).optional(),
  options: z
    .array(z.strictObject({ name: Text(60, 1), values: z.array(Text(60, 1)).min(1).max(100) }))
    .max(3)
    .optional(),
  variants: z.array(VariantIn).min(1).max(250).optional(),
  pictures: z.array(PictureIn).max(50).optional(),
  /** Short form for a product with a single variant. */
  sku: Sku.optional(),
  price: MoneyIn.optional(),
  compare_at_price: MoneyIn.nullable().optional(),
  initial_quantity: z.int().min(0).max(1_000_000).optional(),
}

const sortNames = ['relevance', 'newest', 'price', '-price', 'name', '-name'] as const

const listFields = {
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

const Facet = z.discriminatedUnion('type', [
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
  children: CategoryNode[]
}

const categoryFields = {
  id: Id,
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  parent_id: Id.nullable(),
  position: z.int(),
  product_count: z.int(),
  picture: Picture.nullable(),
}

const Category: z.ZodType<CategoryNode> = z.strictObject({
  ...categoryFields,
  get children() {
    return z.array(Category)
  },
})

const categoryInput = {
  name: Text(120, 1),
  slug: Slug.optional(),
  description: Text(2_000).optional(),
  parent_id: Id.nullable().optional(),
  position: z.int().min(0).max(10_000).optional(),
  picture_id: Id.nullable().optional(),
}

const badProduct = {
  CATALOG_SKU_TAKEN: { status: 409, message: 'Another variant has this SKU.' },
  CATALOG_SLUG_TAKEN: { status: 409, message: 'Another page has this address.' },
  CATALOG_BAD_PRICE: {
    status: 400,
    message: 'A price must be in the currency of the shop, with no more decimals than it has.',
  },
  CATALOG_BAD_VARIANTS: {
    status: 400,
    message: 'Each variant needs one value of each option, and no two may have the same.',
  },
  CATALOG_CATEGORY_UNKNOWN: { status: 400, message: 'There is no such category.' },
  CATALOG_PICTURE_UNKNOWN: { status: 400, message: 'There is no such picture.' },
} as const

const badCategory = {
  CATALOG_SLUG_TAKEN: { status: 409, message: 'Another page has this address.' },
  CATALOG_CATEGORY_UNKNOWN: { status: 400, message: 'There is no such category.' },
  CATALOG_CATEGORY_CYCLE: { status: 400, message: 'A category cannot be placed below itself.' },
  CATALOG_PICTURE_UNKNOWN: { status: 400, message: 'There is no such picture.' },
} as const

const ManagedProduct = z.strictObject({
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
  updated_at: Timestamp,
})

/** A variant with all that a cart or an order keeps of it. */
const SaleVariant = z.strictObject({
  variant_id: Id,
  product_id: Id,
  sku: z.string(),
  product_slug: z.string(),
  product_name: z.string(),
  options: z.record(z.string(), z.string()),
  price_minor: Minor,
  currency: Currency,
  picture: Picture.nullable(),
  /** False once it was retired, or its product is no longer published. */
  sellable: z.boolean(),
})

const ImportRow = z.strictObject({
  /** Line of the file, for reports. */
  line: z.int(),
  name: Text(200, 1),
  slug: Slug.optional(),
  summary: Text(200).optional(),
  description: Text(20_000).optional(),
  brand: Text(80).nullable().optional(),
  status: ProductStatus.default('published'),
  /** Names from the root down; missing ones are made. */
  category_path: z.array(Text(120, 1)).max(6).optional(),
  attributes: z.array(AttributeIn).max(400).optional(),
  options: z
    .array(z.strictObject({ name: Text(60, 1), values: z.array(Text(60, 1)).min(1) }))
    .max(3)
    .optional(),
  variants: z
    .array(
      z.strictObject({
        sku: Sku,
        options: z.record(Text(60, 1), Text(60, 1)).default({}),
        price: MoneyIn,
        compare_at_price: MoneyIn.nullable().optional(),
        quantity: z.int().min(0).max(1_000_000).default(0),
      }),
    )
    .min(1),
  pictures: z.array(PictureIn).optional(),
})

const ProductFacts = z.strictObject({
  product_id: Id,
  product_name: z.string(),
  variants: z.array(
    z.strictObject({ variant_id: Id, sku: z.string(), options: z.record(z.string(), z.string()) }),
  ),
})

export const catalog = defineContract({
  name: 'catalog',
  operations: {
    listProducts: {
      kind: 'query',
      summary: 'Published products, by category, text, brand, price and typed attributes.',
      http: { method: 'GET', path: '/products' },
      access: { allow: ['anyone'], permission: 'catalog:read' },
      input: z.strictObject(listFields),
      output: Page(Card),
      errors: {
        CATALOG_BAD_FILTER: { status: 400, message: 'Write a filter as key:value or key:min..max.' },
      },
    },
    searchProducts: {
      kind: 'query',
      summary: 'As listProducts, with facets and their counts.',
      http: { method: 'GET', path: '/search' },
      access: { allow: ['anyone'], permission: 'catalog:read' },
      input: z.strictObject(listFields),
      output: z.strictObject({
        items: z.array(Card),
        page: z.int(),
        page_size: z.int(),
        total: z.int(),
        facets: z.array(Facet),
      }),
      errors: {
        CATALOG_BAD_FILTER: { status: 400, message: 'Write a filter as key:value or key:min..max.' },
      },
    },
    getProduct: {
      kind: 'query',
      summary: 'A product by its id. Staff also see drafts and archived ones.',
      http: { method: 'GET', path: '/products/:product_id' },
      access: { allow: ['anyone'], permission: 'catalog:read' },
      input: z.strictObject({ product_id: Id }),
      output: Product,
    },
    getProductBySlug: {
      kind: 'query',
      summary: 'A published product by its address.',
      http: { method: 'GET', path: '/products/by-slug/:slug' },
      access: { allow: ['anyone'], permission: 'catalog:read' },
      input: z.strictObject({ slug: Text(200) }),
      output: Product,
    },
    listManagedProducts: {
      kind: 'query',
      summary: 'Products in every status, for the back office.',
      http: { method: 'GET', path: '/manage/products' },
      access: { allow: ['staff'], permission: 'catalog:write' },
      input: z.strictObject({
        ...pageFields,
        q: Text(200).optional(),
        status: ProductStatus.optional(),
        category: Text(200).optional(),
        sort: z
          .enum(['updated', '-updated', 'name', '-name', 'price', '-price', 'available', '-available'])
          .optional(),
      }),
      output: Page(ManagedProduct),
    },
    createProduct: {
      kind: 'command',
      summary: 'Add a product, with its variants or in the short form with sku, price and initial_quantity.',
      http: { method: 'POST', path: '/products', status: 201 },
      access: { allow: ['staff'], permission: 'catalog:write' },
      input: z.strictObject(productFields),
      output: Product,
      errors: badProduct,
    },
    updateProduct: {
      kind: 'command',
      summary: 'Change the given fields of a product; lists that are given replace what was there.',
      http: { method: 'PUT', methods: ['PATCH'], path: '/products/:product_id' },
      access: { allow: ['staff'], permission: 'catalog:write' },
      input: z.strictObject({ product_id: Id, ...productFields, name: Text(200, 1).optional() }),
      output: Product,
      errors: badProduct,
    },
    archiveProduct: {
      kind: 'command',
      summary: 'Take a product out of the shop. Orders that hold it are not touched.',
      http: { method: 'DELETE', path: '/products/:product_id', status: 204 },
      access: { allow: ['staff'], permission: 'catalog:write' },
      input: z.strictObject({ product_id: Id }),
      output: Nothing,
    },
    updateStock: {
      kind: 'command',
      summary: 'Change the stock of a product with one variant, or of the variant named.',
      http: { method: 'POST', path: '/products/:product_id/update_stock' },
      access: { allow: ['staff'], permission: 'inventory:write' },
      input: z.strictObject({
        product_id: Id,
        variant_id: Id.optional(),
        delta: z.int().min(-1_000_000).max(1_000_000).optional(),
        quantity: z.int().min(0).max(1_000_000).optional(),
        reason: Text(200, 1).optional(),
      }),
      output: z.strictObject({ variant_id: Id, on_hand: z.int(), reserved: z.int(), available: z.int() }),
      errors: {
        CATALOG_VARIANT_NEEDED: { status: 400, message: 'The product has several variants: name one.' },
        CATALOG_STOCK_CHANGE_UNCLEAR: { status: 400, message: 'Give either delta or quantity.' },
        CATALOG_STOCK_BELOW_RESERVED: {
          status: 409,
          message: 'There would be less stock than orders have reserved.',
        },
      },
    },
    listCategories: {
      kind: 'query',
      summary: 'The category tree.',
      http: { method: 'GET', path: '/categories' },
      access: { allow: ['anyone'], permission: 'catalog:read' },
      input: z.strictObject({}),
      output: z.strictObject({ items: z.array(Category) }),
    },
    getCategory: {
      kind: 'query',
      summary: 'A category by id or slug, with what lies below it and the way down to it.',
      http: { method: 'GET', path: '/categories/:category' },
      access: { allow: ['anyone'], permission: 'catalog:read' },
      input: z.strictObject({ category: Text(200) }),
      output: z.strictObject({
        ...categoryFields,
        children: z.array(Category),
        breadcrumb: z.array(CategoryRef),
      }),
    },
    createCategory: {
      kind: 'command',
      summary: 'Add a category.',
      http: { method: 'POST', path: '/categories', status: 201 },
      access: { allow: ['staff'], permission: 'catalog:write', modules: ['cli'] },
      input: z.strictObject(categoryInput),
      output: z.strictObject(categoryFields),
      errors: badCategory,
    },
    updateCategory: {
      kind: 'command',
      summary: 'Change the given fields of a category, or move it.',
      http: { method: 'PUT', path: '/categories/:category_id' },
      access: { allow: ['staff'], permission: 'catalog:write' },
      input: z.strictObject({ category_id: Id, ...categoryInput, name: Text(120, 1).optional() }),
      output: z.strictObject(categoryFields),
      errors: badCategory,
    },
    deleteCategory: {
      kind: 'command',
      summary: 'Remove an empty category.',
      http: { method: 'DELETE', path: '/categories/:category_id', status: 204 },
      access: { allow: ['staff'], permission: 'catalog:write' },
      input: z.strictObject({ category_id: Id }),
      output: Nothing,
      errors: {
        CATALOG_CATEGORY_NOT_EMPTY: { status: 409, message: 'Move its products and subcategories first.' },
      },
    },
    getVariantsForSale: {
      kind: 'query',
      summary: 'What carts and orders need to know of variants; unknown ids are left out.',
      access: { modules: ['cart', 'checkout'] },
      input: z.strictObject({ variant_ids: z.array(Id).max(1_000) }),
      output: z.strictObject({ variants: z.array(SaleVariant) }),
    },
    getDefaultVariants: {
      kind: 'query',
      summary:
        'The variant of each product that has just one. Products with several are named; unknown ones are left out.',
      access: { modules: ['cart', 'checkout'] },
      input: z.strictObject({ product_ids: z.array(Id).max(1_000) }),
      output: z.strictObject({
        variants: z.array(z.strictObject({ product_id: Id, variant_id: Id })),
        /** Products of which a variant must be chosen. */
        several: z.array(Id).optional(),
      }),
    },
    importProducts: {
      kind: 'command',
      summary: 'Add or update products by SKU in bulk. Rows that cannot be taken are reported and skipped.',
      access: { modules: ['cli'] },
      input: z.strictObject({ rows: z.array(ImportRow).max(1_000) }),
      output: z.strictObject({
        created: z.int(),
        updated: z.int(),
        failed: z.array(z.strictObject({ line: z.int(), reason: z.string() })),
      }),
    },
  },
  events: {
    /** Its variants that are not retired. */
    'catalog.product-changed.v1': ProductFacts,
    /** The same for many products at once: an import tells it so, and not by product-changed. */
    'catalog.products-imported.v1': z.strictObject({ products: z.array(ProductFacts).max(1_000) }),
  },
})

export type Catalog = typeof catalog
