/** How an attribute is spread over a sample of a result. */
export type AttributeCoverage = {
  readonly key: string
  /** Products of the sample that have it. */
  readonly products: number
  /** Of these, how many have it as a number. */
  readonly numbers: number
  readonly distinct_values: number
}

const MAX_FACETS = 8
const MIN_SHARE = 0.15
const MAX_TEXT_VALUES = 40

/**
 * The attributes worth narrowing a result by: those many of its products have and differ in. Those narrowed by already
 * (`selected`) always stay, so that they can be undone.
 */
export function chooseFacets(
  attributes: readonly AttributeCoverage[],
  sampled: number,
  selected: readonly string[],
): { texts: string[]; numbers: string[] } {
  const useful = attributes
    .filter((attribute) => selected.includes(attribute.key) || isUseful(attribute, sampled))
    .sort((a, b) => rank(b, selected) - rank(a, selected) || (a.key < b.key ? -1 : 1))
    .slice(0, Math.max(MAX_FACETS, selected.length))
  const missing = selected.filter((key) => !useful.some((attribute) => attribute.key === key))
  return {
    texts: [...missing, ...useful.filter((attribute) => !isNumeric(attribute)).map(({ key }) => key)],
    numbers: useful.filter(isNumeric).map(({ key }) => key),
  }
}

function isNumeric({ products, numbers }: AttributeCoverage): boolean {
  return numbers === products
}

function isUseful(attribute: AttributeCoverage, sampled: number): boolean {
  const { products, distinct_values: values } = attribute
  if (values < 2 || products < sampled * MIN_SHARE) return false
  return isNumeric(attribute) || (values <= MAX_TEXT_VALUES && values <= products / 2 + 1)
}

// A short list of values tells most, a range of numbers least: catalogues are full of package sizes.
function rank(attribute: AttributeCoverage, selected: readonly string[]): number {
  const { key, products, distinct_values: values } = attribute
  const chosen = selected.includes(key) ? 1_000_000 : 0
  if (isNumeric(attribute)) return chosen + products * 0.3
  return chosen + products * (values <= 12 ? 1 : values <= 25 ? 0.7 : 0.4)
}
