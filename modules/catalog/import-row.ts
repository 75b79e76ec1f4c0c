import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { inOrderOf, keyedAttributes } from './domain/attributes.ts'
import type { Picture, Product } from './domain/product.ts'
import { planVariants, type WantedVariant } from './domain/variant-plan.ts'
import { readPrices } from './import-prices.ts'
import { type Refusal, refuse } from './refusal.ts'

export type ImportRow = ParsedInputOf<Catalog, 'importProducts'>['rows'][number]

/** What a row becomes, or why it cannot be taken. */
export type RowPlan = { product: Product; initial: Map<string, number> } | Refusal

type Surroundings = {
  readonly current: Product | null
  readonly slug: string
  readonly category_id: string | null | undefined
  readonly type_id: string | null | undefined
  readonly pictures: Picture[] | undefined
  /** Of the shop: products that are there keep their own. */
  readonly currency: string
  readonly currencies: readonly string[]
  /** Whose a new product is; null: the shop's own. */
  readonly owner: string | null
  readonly now: string
}

/** Makes a product of a row, over what there was. Quantities count for variants that are new. */
export function planRow(row: ImportRow, around: Surroundings): RowPlan {
  const { current, now } = around
  const currency = current?.currency ?? around.currency
  const existing = current?.variants ?? []
  const left = existing.filter((variant) => !row.variants.some(({ sku }) => sku === variant.sku))
  if (left.length > 0)
    return refuse(
      'variants',
      'sku',
      `The product also has the variant ${left[0]?.sku}: name all its variants in one row.`,
    )
  const wanted: WantedVariant[] = []
  for (const variant of row.variants) {
    const kept = existing.find(({ sku }) => sku === variant.sku)
    const prices = readPrices(variant, currency, around.currencies, kept)
    if ('reason' in prices) return prices
    const initial_quantity = kept === undefined ? variant.quantity : undefined
    wanted.push({ id: kept?.id, sku: variant.sku, options: variant.options, ...prices, initial_quantity })
  }
  const plan = planVariants(existing, wanted, row.options, newId)
  if (plan === null)
    return refuse(
      'variants',
      'options',
      'Each variant needs one value of each option, and no two may have the same.',
    )
  return {
    initial: plan.initial,
    product: {
      ...readFields(row, around),
      currency,
      variants: plan.variants,
      options: plan.options,
      updated_at: now,
    },
  }
}

function readFields(row: ImportRow, around: Surroundings) {
  const { current, slug, category_id, type_id, pictures, owner, now } = around
  return {
    id: current?.id ?? newId(),
    slug: row.slug ?? current?.slug ?? slug,
    name: row.name,
    summary: row.summary ?? current?.summary ?? '',
    description: row.description ?? current?.description ?? '',
    brand: brandOf(row.brand, current?.brand ?? null),
    status: row.status,
    seller_id: current === null ? owner : current.seller_id,
    category_id: category_id === undefined ? (current?.category_id ?? null) : category_id,
    attributes:
      row.attributes === undefined
        ? (current?.attributes ?? [])
        : inOrderOf(current?.attributes ?? [], keyedAttributes(row.attributes)),
    pictures: pictures ?? current?.pictures ?? [],
    type_id: type_id === undefined ? (current?.type_id ?? null) : type_id,
    seo_title: row.seo_title ?? current?.seo_title ?? '',
    seo_description: row.seo_description ?? current?.seo_description ?? '',
    tags: row.tags ?? current?.tags ?? [],
    created_at: current?.created_at ?? now,
  }
}

// An empty cell says "none", and cannot say in which of its two forms.
function brandOf(given: string | null | undefined, current: string | null): string | null {
  if (given === undefined) return current
  return given === '' || given === null ? (current === '' ? '' : null) : given
}
