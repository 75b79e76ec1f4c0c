import type { Product, Variant } from './types.ts'

/** No more than this is "only a few left". */
export const FEW = 5

/** The variant that is shown: the one asked for, else the first with plenty, else one that can be bought, else the first. */
export function chosenVariant(product: Product, wanted: string | null): Variant | undefined {
  return (
    product.variants.find((variant) => variant.id === wanted) ??
    product.variants.find((variant) => variant.in_stock && variant.available > FEW) ??
    product.variants.find((variant) => variant.in_stock) ??
    product.variants[0]
  )
}

/** One value of an option as a choice: where it leads, and whether that can be had. */
export type OptionChoice = {
  value: string
  /** The variant it leads to; null when there is none with this value. */
  variant: Variant | null
  selected: boolean
  /** The very combination exists. Otherwise the link leads to the nearest one. */
  exact: boolean
}

function agreeing(variant: Variant, wanted: Record<string, string>): number {
  return Object.entries(wanted).filter(([name, value]) => variant.options[name] === value).length
}

/** The choices of one option, given what is chosen for the others. */
export function optionChoices(
  product: Product,
  current: Variant,
  option: { name: string; values: string[] },
): OptionChoice[] {
  return option.values.map((value) => {
    const wanted = { ...current.options, [option.name]: value }
    const candidates = product.variants
      .filter((variant) => variant.options[option.name] === value)
      .sort((a, b) => agreeing(b, wanted) - agreeing(a, wanted) || Number(b.in_stock) - Number(a.in_stock))
    const variant = candidates[0] ?? null
    return {
      value,
      variant,
      selected: current.options[option.name] === value,
      exact: variant !== null && agreeing(variant, wanted) === Object.keys(wanted).length,
    }
  })
}
