import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { inOrderOf, keyedAttributes } from './domain/attributes.ts'
import type { Picture, Product } from './domain/product.ts'
import { planVariants, type WantedVariant } from './domain/variant-plan.ts'

export type ImportRow = ParsedInputOf<Catalog, 'importProducts'>['rows'][number]

/** What a row becomes, or why it cannot be taken. */
export type RowPlan = { product: Product; initial: Map<string, number> } | { reason: string }

type Surroundings = {
  readonly current: Product | null
  readonly slug: string
  readonly category_id: string | null | undefined
  readonly pictures: Picture[] | undefined
  readonly currency: string
  readonly now: string
}

/** Makes a product of a row, over what there was. Quantities count for variants that are new. */
export function planRow(row: ImportRow, around: Surroundings): RowPlan {
  const { current, currency, now } = around
  const existing = current?.variants ?? []
  const left = existing.filter((variant) => !row.variants.some(({ sku }) => sku === variant.sku))
  if (left.length > 0)
    return { reason: `The product also has the variant ${left[0]?.sku}: name all its variants in one row.` }
  const wanted: WantedVariant[] = []
  for (const variant of row.variants) {
    const price_minor = minorFrom(variant.price, currency)
    const compare = variant.compare_at_price
    const compare_at_minor =
      compare === undefined || compare === null ? compare : minorFrom(compare, currency)
    if (price_minor === null || (compare_at_minor === null && compare !== null))
      return { reason: `The price of ${variant.sku} is not an amount in ${currency}.` }
    const id = existing.find(({ sku }) => sku === variant.sku)?.id
    const initial_quantity = id === undefined ? variant.quantity : undefined
    wanted.push({
      id,
      sku: variant.sku,
      options: variant.options,
      price_minor,
      compare_at_minor,
      prices: undefined,
      initial_quantity,
    })
  }
  const plan = planVariants(existing, wanted, row.options, newId)
  if (plan === null)
    return { reason: 'Each variant needs one value of each option, and no two may have the same.' }
  return {
    initial: plan.initial,
    product: { ...readFields(row, around), variants: plan.variants, options: plan.options, updated_at: now },
  }
}

function readFields(row: ImportRow, { current, slug, category_id, pictures, currency, now }: Surroundings) {
  return {
    id: current?.id ?? newId(),
    slug: row.slug ?? current?.slug ?? slug,
    name: row.name,
    summary: row.summary ?? current?.summary ?? '',
    description: row.description ?? current?.description ?? '',
    brand: row.brand === undefined ? (current?.brand ?? null) : row.brand === '' ? null : row.brand,
    status: row.status,
    seller_id: current?.seller_id ?? null,
    category_id: category_id === undefined ? (current?.category_id ?? null) : category_id,
    attributes:
      row.attributes === undefined
        ? (current?.attributes ?? [])
        : inOrderOf(current?.attributes ?? [], keyedAttributes(row.attributes)),
    pictures: pictures ?? current?.pictures ?? [],
    type_id: current?.type_id ?? null,
    seo_title: current?.seo_title ?? '',
    seo_description: current?.seo_description ?? '',
    tags: current?.tags ?? [],
    currency: current?.currency ?? currency,
    created_at: current?.created_at ?? now,
  }
}
