import { optionsFit, optionsOf } from './options.ts'
import type { Option, OtherPrice, Variant } from './product.ts'

/** A variant as it was asked for, its price in minor units. */
export type WantedVariant = {
  readonly id: string | undefined
  readonly sku: string
  readonly options: Record<string, string>
  readonly price_minor: number
  /** undefined: as it was. */
  readonly compare_at_minor: number | null | undefined
  /** undefined: as they were. */
  readonly prices: readonly OtherPrice[] | undefined
  readonly initial_quantity: number | undefined
}

export type VariantPlan = {
  readonly variants: Variant[]
  readonly options: Option[]
  /** Pieces of new variants, by their ids. */
  readonly initial: Map<string, number>
}

/**
 * The variants a product shall have. Those with an id are kept, those without are new. Null when an id is not one of
 * the product's, an SKU stands twice, options do not fit, or a variant that is kept comes with a first quantity.
 */
export function planVariants(
  existing: readonly Variant[],
  wanted: readonly WantedVariant[],
  options: readonly Option[] | undefined,
  newId: () => string,
): VariantPlan | null {
  const known = new Map(existing.map((variant) => [variant.id, variant]))
  const initial = new Map<string, number>()
  const variants: Variant[] = []
  for (const {
    id,
    sku,
    options: values,
    price_minor,
    compare_at_minor,
    prices,
    initial_quantity,
  } of wanted) {
    const kept = id === undefined ? undefined : known.get(id)
    if (id !== undefined && (kept === undefined || initial_quantity !== undefined)) return null
    // Kept at most once.
    if (id !== undefined) known.delete(id)
    const variant: Variant = {
      id: kept?.id ?? newId(),
      sku,
      options: values,
      price_minor,
      compare_at_minor: compare_at_minor === undefined ? (kept?.compare_at_minor ?? null) : compare_at_minor,
      prices: [...(prices ?? kept?.prices ?? [])].sort(byCurrency),
      available: kept?.available ?? 0,
    }
    if (kept === undefined) initial.set(variant.id, initial_quantity ?? 0)
    variants.push(variant)
  }
  const offered = options ?? optionsOf(variants)
  if (new Set(variants.map((variant) => variant.sku)).size !== variants.length) return null
  return optionsFit(offered, variants) ? { variants, options: [...offered], initial } : null
}

function byCurrency(left: OtherPrice, right: OtherPrice): number {
  return left.currency < right.currency ? -1 : 1
}
