import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Currency, Id, Nothing, Page, pageFields, Text } from '@rampart/platform/contract/fields.ts'
import { treeOperations, TreeVersion } from './catalog/category-tree.ts'
import { currencyOperations } from './catalog/currencies.ts'
import { editingOperations } from './catalog/editing.ts'
import { previewOperations } from './catalog/previews.ts'
import { saleOperations } from './catalog/sales.ts'
import { transferWork } from './catalog/transfer-work.ts'
import { transferOperations } from './catalog/transfers.ts'
import { typeOperations } from './catalog/types.ts'
import { ExportRow } from './catalog-export.ts'
import { IndexDocument, IndexQuestion } from './catalog-index.ts'
import {
  badCategory,
  badProduct,
  Card,
  Category,
  categoryFields,
  categoryInput,
  CategoryRef,
  ImportRow,
  listFields,
  ManagedProduct,
  Product,
  ProductFacts,
  productFields,
  ProductStatus,
  SaleVariant,
  Seller,
  sellerField,
} from './catalog-schemas.ts'
import { Picture } from './shared-fields.ts'

const everybody = { allow: ['anyone'], permission: 'catalog:read', own: 'catalog:own' } as const

export const catalog = defineContract({
  name: 'catalog',
  operations: {
    listProducts: {
      kind: 'query',
      summary: 'Published products, by category, text, brand, price and typed attributes.',
      http: { method: 'GET', path: '/products' },
      access: everybody,
      input: z.strictObject(listFields),
      output: Page(Card),
      errors: {
        CATALOG_BAD_FILTER: { status: 400, message: 'Write a filter as key:value or key:min..max.' },
      },
    },
    getCards: {
      kind: 'query',
      summary: 'Published products by their ids, in the order asked for. What is not sold is left out.',
      http: { method: 'GET', path: '/products/cards' },
      access: { ...everybody, modules: ['customers', 'recommendations', 'search'] },
      input: z.strictObject({ product_ids: z.union([Id.transform((id) => [id]), z.array(Id).max(100)]) }),
      output: z.strictObject({ items: z.array(Card) }),
    },
    getProduct: {
      kind: 'query',
      summary: 'A product by its id. Staff also see drafts and archived ones, sellers their own.',
      http: { method: 'GET', path: '/products/:product_id' },
      access: { ...everybody, modules: ['customers'] },
      input: z.strictObject({ product_id: Id }),
      output: Product,
    },
    getProductBySlug: {
      kind: 'query',
      summary:
        'A published product by its address, or by one that it had before: `slug` says where it is now.',
      http: { method: 'GET', path: '/products/by-slug/:slug' },
      access: everybody,
      input: z.strictObject({ slug: Text(200) }),
      output: Product,
    },
    listManagedProducts: {
      kind: 'query',
      summary: 'Products in every status, for the back office; for a seller their own.',
      http: { method: 'GET', path: '/manage/products' },
      access: { allow: ['staff'], permission: 'catalog:write', own: 'catalog:own' },
      input: z.strictObject({
        ...pageFields,
        q: Text(200).optional(),
        status: ProductStatus.optional(),
        category: Text(200).optional(),
        tag: Text(40, 1).optional(),
        seller_id: Id.optional(),
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
      access: { allow: ['staff'], permission: 'catalog:write', own: 'catalog:own' },
      input: z.strictObject({ ...productFields, ...sellerField }),
      output: Product,
      errors: badProduct,
    },
    updateProduct: {
      kind: 'command',
      summary: 'Change the given fields of a product; lists that are given replace what was there.',
      http: { method: 'PUT', methods: ['PATCH'], path: '/products/:product_id' },
      access: { allow: ['staff'], permission: 'catalog:write', own: 'catalog:own' },
      input: z.strictObject({
        product_id: Id,
        ...productFields,
        ...sellerField,
        name: Text(200, 1).optional(),
      }),
      output: Product,
      errors: badProduct,
    },
    archiveProduct: {
      kind: 'command',
      summary: 'Take a product out of the shop. Orders that hold it are not touched.',
      http: { method: 'DELETE', path: '/products/:product_id', status: 204 },
      access: { allow: ['staff'], permission: 'catalog:write', own: 'catalog:own' },
      input: z.strictObject({ product_id: Id }),
      output: Nothing,
    },
    ...editingOperations,
    ...saleOperations,
    ...typeOperations,
    ...currencyOperations,
    ...previewOperations,
    ...treeOperations,
    ...transferOperations,
    ...transferWork,
    listSellers: {
      kind: 'query',
      summary: 'Sellers to whom a product can be given, by name.',
      http: { method: 'GET', path: '/manage/sellers' },
      access: { allow: ['staff'], permission: 'catalog:write' },
      input: z.strictObject({}),
      output: z.strictObject({ items: z.array(Seller) }),
    },
    updateStock: {
      kind: 'command',
      summary: 'Change the stock of a product with one variant, or of the variant named.',
      http: { method: 'POST', path: '/products/:product_id/update_stock' },
      access: { allow: ['staff'], permission: 'inventory:write', own: 'inventory:own' },
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
      access: { ...everybody, modules: ['search'] },
      input: z.strictObject({}),
      output: z.strictObject({ items: z.array(Category), version: TreeVersion.optional() }),
    },
    getCategory: {
      kind: 'query',
      summary:
        'A category by id, or by an address that it has or had, with what lies below it and the way down to it.',
      http: { method: 'GET', path: '/categories/:category' },
      access: everybody,
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
    findCategoryPaths: {
      kind: 'query',
      summary: 'Of each product its own category and then all those above it; unknown ids are left out.',
      access: { modules: ['pricing'] },
      input: z.strictObject({ product_ids: z.array(Id).max(1_000) }),
      output: z.strictObject({
        products: z.array(z.strictObject({ product_id: Id, category_ids: z.array(Id) })),
      }),
    },
    getVariantsForSale: {
      kind: 'query',
      summary: 'What carts and orders need to know of variants; unknown ids are left out.',
      access: { modules: ['cart', 'checkout', 'pricing'] },
      input: z.strictObject({
        variant_ids: z.array(Id).max(1_000),
        /** In which prices are wanted; absent: each in its product's own. */
        currency: Currency.optional(),
      }),
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
    findRelated: {
      kind: 'query',
      summary:
        'Published products like one: of its category, then of its brand, then the newest; without one, the newest.',
      access: { modules: ['recommendations'] },
      input: z.strictObject({
        product_id: Id.optional(),
        limit: z.int().min(1).max(100),
        /** Leaves out what is only new. */
        alike: z.boolean().default(false),
      }),
      output: z.strictObject({ product_ids: z.array(Id) }),
    },
    findProductsBySku: {
      kind: 'query',
      summary: 'The products that these SKUs belong to; unknown ones are left out.',
      access: { modules: ['recommendations'] },
      input: z.strictObject({ skus: z.array(z.string().max(80)).max(1_000) }),
      output: z.strictObject({ products: z.array(z.strictObject({ sku: z.string(), product_id: Id })) }),
    },
    describeProducts: {
      kind: 'query',
      summary: 'Name, address and owner of products in any status; unknown ids are left out.',
      access: { modules: ['reviews'] },
      input: z.strictObject({ product_ids: z.array(Id).max(1_000) }),
      output: z.strictObject({
        products: z.array(
          z.strictObject({
            id: Id,
            slug: z.string(),
            name: z.string(),
            picture: Picture.nullable(),
            published: z.boolean(),
            /** Whose product it is; null: the shop's own. */
            seller_id: Id.nullable(),
          }),
        ),
      }),
    },
    exportProducts: {
      kind: 'query',
      summary: 'Products as files hold them, page by page. Read again by an import, they change nothing.',
      access: { modules: ['cli', 'server'] },
      input: z.strictObject({
        after: Id.optional(),
        limit: z.int().min(1).max(500),
        /** Those that this export is of, and no others. */
        transfer_id: Id.optional(),
      }),
      output: z.strictObject({ rows: z.array(ExportRow), next: Id.nullable() }),
    },
    getIndexDocuments: {
      kind: 'query',
      summary: 'Published products as the search takes them in; what is not published is left out.',
      access: { modules: ['search'] },
      input: IndexQuestion,
      output: z.strictObject({ documents: z.array(IndexDocument) }),
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
    /** What lists show of these changed without anybody writing them: stock, rating or place in the tree. */
    'catalog.listings-changed.v1': z.strictObject({ product_ids: z.array(Id).max(1_000) }),
  },
})

export type Catalog = typeof catalog
