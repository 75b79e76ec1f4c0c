import type { Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { filterValues } from '../domain/attributes.ts'
import { sortName } from '../domain/plain-text.ts'
import { leadingVariant, type PricedProduct } from '../domain/prices.ts'
import type { Product } from '../domain/product.ts'
import { searchTexts } from '../domain/search-texts.ts'
import { priceProducts } from '../price-products.ts'
import { inStock, viewCard, viewDetail } from '../product-view.ts'
import { keepFormerSlugs } from './former-slugs.ts'
import { writeListings } from './listings.ts'
import { endPreviews } from './previews.ts'
import { recordOtherPrices, recordPrices } from './price-history.ts'
import { type InitialQuantities, writeVariants } from './variants.ts'

/**
 * Adds or replaces products with all that is derived from them: the one way in which they are written, so that lists,
 * details, filters and the search cannot disagree. Rows that exist must have been locked by `lockProducts`.
 */
export async function writeProducts(
  tx: Tx,
  products: readonly Product[],
  initial: InitialQuantities,
): Promise<void> {
  if (products.length === 0) return
  await keepFormerSlugs(tx, products)
  await endPreviews(tx, products)
  const priced = await priceProducts(tx, products)
  await tx.run(sql`
    INSERT INTO catalog.products (id, slug, name, summary, description, brand, status, seller_id, category_id, type_id, options, attributes,
      pictures, seo_title, seo_description, tags, currency, price_minor, available, in_stock, variant_count, sort_name,
      card, detail, search, created_at, updated_at)
    SELECT id, slug, name, summary, description, brand, status, seller_id, category_id, type_id, options, attributes,
      pictures, seo_title, seo_description, tags, currency, price_minor, available, in_stock, variant_count, sort_name,
      card, detail,
      setweight(to_tsvector('english', text_name), 'A') || setweight(to_tsvector('simple', text_name), 'A')
        || setweight(to_tsvector('simple', text_codes), 'B')
        || setweight(to_tsvector('english', text_attributes), 'C') || setweight(to_tsvector('english', text_prose), 'D'),
      created_at, updated_at
    FROM json_to_recordset(${JSON.stringify(priced.map(productRecord))}::json) AS r (
      id uuid, slug text, name text, summary text, description text, brand text, status text, seller_id uuid, category_id uuid, type_id uuid,
      options jsonb, attributes jsonb, pictures jsonb, seo_title text, seo_description text, tags text[], currency text, price_minor bigint, available integer,
      in_stock boolean, variant_count integer, sort_name text, card json, detail json, text_name text,
      text_codes text, text_attributes text, text_prose text, created_at timestamptz, updated_at timestamptz)
    ON CONFLICT (id) DO UPDATE SET (slug, name, summary, description, brand, status, seller_id, category_id, type_id, options, attributes,
      pictures, seo_title, seo_description, tags, currency, price_minor, available, in_stock, variant_count, sort_name,
      card, detail, search, updated_at)
      = (excluded.slug, excluded.name, excluded.summary, excluded.description, excluded.brand, excluded.status,
        excluded.seller_id, excluded.category_id, excluded.type_id, excluded.options, excluded.attributes, excluded.pictures, excluded.seo_title,
        excluded.seo_description, excluded.tags, excluded.currency,
        excluded.price_minor, excluded.available, excluded.in_stock, excluded.variant_count, excluded.sort_name,
        excluded.card, excluded.detail, excluded.search, excluded.updated_at)`)
  await writeVariants(tx, products, initial)
  await recordHistory(tx, priced)
  await writeAttributes(tx, products)
  await writeListings(
    tx,
    products.map((product) => product.id),
  )
}

async function recordHistory(tx: Tx, products: readonly PricedProduct[]): Promise<void> {
  const ids = products.map(({ id }) => id)
  const offered = products.flatMap(({ status, variants }) => (status === 'published' ? variants : []))
  await recordPrices(
    tx,
    ids,
    offered.map(({ id, asked }) => ({ id, price_minor: asked.price_minor })),
  )
  await recordOtherPrices(
    tx,
    ids,
    offered.flatMap(({ id, prices }) =>
      prices.map(({ currency, asked }) => ({ id, currency, price_minor: asked.price_minor })),
    ),
  )
}

function productRecord(product: PricedProduct) {
  const { variants, ...fields } = product
  const texts = searchTexts(product)
  return {
    ...fields,
    price_minor: leadingVariant(product).asked.price_minor,
    available: variants.reduce((sum, variant) => sum + variant.available, 0),
    in_stock: inStock(product),
    variant_count: variants.length,
    sort_name: sortName(product.name),
    card: viewCard(product),
    detail: viewDetail(product),
    text_name: texts.name,
    text_codes: texts.codes,
    text_attributes: texts.attributes,
    text_prose: texts.prose,
  }
}

async function writeAttributes(tx: Tx, products: readonly Product[]): Promise<void> {
  const values = products.flatMap(({ id, attributes }) =>
    filterValues(attributes).map((value) => ({ product_id: id, ...value })),
  )
  await tx.run(
    sql`DELETE FROM catalog.product_attributes WHERE product_id = ANY(${products.map(({ id }) => id)}::uuid[])`,
  )
  if (values.length === 0) return
  await tx.run(sql`
    INSERT INTO catalog.product_attributes (product_id, key, text_value, number_value)
    SELECT product_id, key, text_value, number_value
    FROM json_to_recordset(${JSON.stringify(values)}::json)
      AS r (product_id uuid, key text, text_value text, number_value double precision)`)
}
