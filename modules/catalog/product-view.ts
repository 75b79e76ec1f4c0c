import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import { moneyOut } from '@rampart/platform/contract/fields.ts'
import {
  type Asked,
  leadingVariant,
  otherPricesOf,
  type PricedProduct,
  priceVaries,
} from './domain/prices.ts'
import type { Product } from './domain/product.ts'
import { viewSeo } from './seo-view.ts'
import { soldBy } from './sold-by.ts'

export type ProductView = RawOutputOf<Catalog, 'getProduct'>
export type CardView = RawOutputOf<Catalog, 'listProducts'>['items'][number]
export type CategoryRef = ProductView['breadcrumb'][number]

/** A product as lists keep it: whose it is stands there by id, for names change apart from it; a rating if there is one. */
export type StoredCard = Omit<CardView, 'sold_by' | 'rating'> & {
  readonly seller_id?: string
  readonly rating?: NonNullable<CardView['rating']>
}

/** A product's page without what changes apart from it: its way down the categories, what is available, who sells it. */
export type StoredDetail = Omit<
  ProductView,
  | 'category'
  | 'breadcrumb'
  | 'in_stock'
  | 'variants'
  | 'sold_by'
  | 'rating'
  | 'seller_id'
  | 'tags'
  | 'type_id'
> & {
  variants: Omit<ProductView['variants'][number], 'available' | 'in_stock' | 'ships_later'>[]
}

/** What is found of a product's page. */
export type ProductPage = {
  readonly detail: StoredDetail
  readonly breadcrumb: CategoryRef[] | null
  /** By variant: what can be bought, and how much of it is not there yet. */
  readonly available: Readonly<Record<string, { readonly pieces: number; readonly later: number }>> | null
  readonly seller_id: string | null
  readonly rating: ProductView['rating']
}

/** Whether at least one variant can be bought now. */
export function inStock(product: Pick<Product, 'variants'>): boolean {
  return product.variants.some((variant) => variant.available > 0)
}

/** A product as lists show it. */
export function viewCard(product: PricedProduct): StoredCard {
  return {
    id: product.id,
    slug: product.slug,
    name: product.name,
    brand: product.brand,
    ...viewPrice(product),
    picture: product.pictures[0] ?? null,
    in_stock: inStock(product),
    ...(product.seller_id === null ? {} : { seller_id: product.seller_id }),
  }
}

/** A stored card as lists show it: with the seller's name in the place of their id. */
export function nameSeller(
  { seller_id, rating, ...card }: StoredCard,
  names: ReadonlyMap<string, string>,
): CardView {
  return { ...card, rating: rating ?? null, sold_by: soldBy(seller_id, names) }
}

/** The part of a product's page that is stored with it. */
export function viewDetail(product: PricedProduct): StoredDetail {
  const { id, slug, name, summary, description, brand, status, pictures, options, attributes } = product
  return {
    ...{ id, slug, name, summary, description, brand, status },
    ...viewPrice(product),
    pictures,
    options,
    variants: product.variants.map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      options: variant.options,
      ...viewAsked(variant.asked, product.currency),
      ...viewRegular(variant, product.currency),
      ...(variant.prices.length === 0
        ? {}
        : {
            prices: variant.prices.map((price) => ({
              ...viewAsked(price.asked, price.currency),
              ...viewRegular(price, price.currency),
            })),
          }),
    })),
    attributes,
    ...viewSeo(product),
    created_at: product.created_at,
    updated_at: product.updated_at,
  }
}

/** A product's page, from what is stored, the category's breadcrumb, what is available of each variant, and who sells it. */
export function viewProduct(
  { detail, ...page }: ProductPage,
  sellers: ReadonlyMap<string, string>,
): ProductView {
  const breadcrumb = page.breadcrumb ?? []
  const available = page.available ?? {}
  const variants = detail.variants.map((variant) => {
    const { pieces, later } = available[variant.id] ?? { pieces: 0, later: 0 }
    const allLater = pieces > 0 && pieces <= later
    return { ...variant, available: pieces, in_stock: pieces > 0, ...(allLater ? { ships_later: true } : {}) }
  })
  return {
    ...detail,
    category: breadcrumb.at(-1) ?? null,
    breadcrumb,
    in_stock: variants.some((variant) => variant.in_stock),
    variants,
    sold_by: soldBy(page.seller_id, sellers),
    rating: page.rating,
  }
}

function viewPrice(product: PricedProduct) {
  const others = otherPricesOf(product)
  return {
    ...viewAsked(leadingVariant(product).asked, product.currency),
    price_varies: priceVaries(product.variants),
    ...(others.length === 0
      ? {}
      : {
          prices: others.map(({ asked, currency, varies }) => ({
            ...viewAsked(asked, currency),
            price_varies: varies,
          })),
        }),
  }
}

function viewAsked({ price_minor, compare_at_minor, lowest_minor, sale_ends_at }: Asked, currency: string) {
  return {
    price: moneyOut(price_minor, currency),
    compare_at_price: compare_at_minor === null ? null : moneyOut(compare_at_minor, currency),
    ...(lowest_minor === null ? {} : { lowest_price: moneyOut(lowest_minor, currency) }),
    ...(sale_ends_at === null ? {} : { sale_ends_at }),
  }
}

/** What is asked outside the sale that runs. Nothing when none does. */
function viewRegular(
  { asked, compare_at_minor }: { readonly asked: Asked; readonly compare_at_minor: number | null },
  currency: string,
) {
  if (asked.regular_minor === null) return {}
  return {
    regular_price: moneyOut(asked.regular_minor, currency),
    ...(compare_at_minor === null ? {} : { regular_compare_at_price: moneyOut(compare_at_minor, currency) }),
  }
}
