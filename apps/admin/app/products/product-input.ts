import type { Input } from '../api.ts'
import { parsePrice, priceDigits } from '../money/parse-price.ts'
import type { Draft, DraftAttribute, DraftVariant } from './draft.ts'

export type ProductInput = Input<'catalog', 'createProduct'>

/** What the page itself can see to be wrong: the path as the API would name it, and the kind of mistake. */
type DraftProblem = { path: string; kind: 'required' | 'price' | 'count' | 'number' | 'option' | 'doubled' }

type Reading = { input: ProductInput; problems: DraftProblem[] }

/**
 * Turns the draft into what the API takes. Options without a value are left out; the order of `variants` is kept, so
 * that `variants.3.sku` in an answer is the fourth row on the page. `others` are the shop's further currencies; without
 * any, nothing is said of prices in them.
 */
export function readDraft(
  draft: Draft,
  locale: string,
  digits: number,
  others: readonly string[] = [],
): Reading {
  const problems: DraftProblem[] = []
  const options = draft.options.filter(({ values }) => values.length > 0)
  if (draft.name.trim() === '') problems.push({ path: 'name', kind: 'required' })
  draft.options.forEach((option, index) => {
    if (option.name.trim() === '' && option.values.length > 0)
      problems.push({ path: `options.${index}.name`, kind: 'option' })
  })
  const variants = draft.variants.map((variant, index) =>
    readVariant(
      variant,
      options.map(({ name }) => name.trim()),
      `variants.${index}`,
      { locale, digits, others, problems },
    ),
  )
  variants.forEach(({ sku }, index) => {
    if (sku !== '' && variants.findIndex((other) => other.sku === sku) < index)
      problems.push({ path: `variants.${index}.sku`, kind: 'doubled' })
  })
  const attributes = draft.attributes.map((attribute, index) =>
    readAttribute(attribute, `attributes.${index}`, { locale, problems }),
  )
  const input: ProductInput = {
    name: draft.name.trim(),
    slug: draft.slug.trim() || undefined,
    summary: draft.summary,
    description: draft.description,
    brand: draft.brand.trim() || null,
    status: draft.status,
    category_id: draft.category_id || null,
    type_id: draft.type_id || null,
    seller_id: draft.seller_id || null,
    seo_title: draft.seo_title.trim(),
    seo_description: draft.seo_description.trim(),
    tags: tagsOf(draft.tags),
    pictures: draft.pictures.map(({ id, alt }) => ({ id, alt })),
    options: options.map(({ name, values }) => ({ name: name.trim(), values })),
    variants,
    attributes,
  }
  return { input, problems }
}

/** Tags as typed, between commas; each once. */
export function tagsOf(typed: string): string[] {
  const tags = typed.split(',').map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}

type Context = { locale: string; digits: number; others: readonly string[]; problems: DraftProblem[] }

function readVariant(
  variant: DraftVariant,
  names: string[],
  path: string,
  { locale, digits, others, problems }: Context,
) {
  const price = parsePrice(variant.price, locale, digits)
  const compare =
    variant.compare_at_price.trim() === '' ? null : parsePrice(variant.compare_at_price, locale, digits)
  const quantity = variant.initial_quantity.trim()
  if (variant.sku.trim() === '') problems.push({ path: `${path}.sku`, kind: 'required' })
  if (price === null) problems.push({ path: `${path}.price`, kind: 'price' })
  if (compare === null && variant.compare_at_price.trim() !== '')
    problems.push({ path: `${path}.compare_at_price`, kind: 'price' })
  if (!/^\d{0,7}$/.test(quantity)) problems.push({ path: `${path}.initial_quantity`, kind: 'count' })
  return {
    ...(variant.id === null ? {} : { id: variant.id }),
    sku: variant.sku.trim(),
    options: Object.fromEntries(names.map((name, index) => [name, variant.choice[index] ?? ''])),
    price: price ?? '0',
    compare_at_price: compare,
    ...(others.length === 0 ? {} : { prices: readPrices(variant, others, path, { locale, problems }) }),
    ...(variant.id === null && quantity !== '' ? { initial_quantity: Number(quantity) } : {}),
  }
}

/** Prices in other currencies. An empty one is none: the variant is not for sale there. */
function readPrices(
  variant: DraftVariant,
  others: readonly string[],
  path: string,
  { locale, problems }: Pick<Context, 'locale' | 'problems'>,
) {
  return others.flatMap((currency) => {
    const typed = variant.prices[currency] ?? { price: '', compare_at_price: '' }
    const read = (field: 'price' | 'compare_at_price') => {
      const amount = parsePrice(typed[field], locale, priceDigits(currency))
      const wrong = amount === null && typed[field].trim() !== ''
      if (wrong) problems.push({ path: `${path}.prices.${currency}.${field}`, kind: 'price' })
      return amount === null ? null : { amount, currency }
    }
    const [price, compare] = [read('price'), read('compare_at_price')]
    // A former price stands beside a price.
    if (compare !== null && typed.price.trim() === '')
      problems.push({ path: `${path}.prices.${currency}.price`, kind: 'price' })
    return price === null ? [] : [{ price, compare_at_price: compare }]
  })
}

function readAttribute(
  attribute: DraftAttribute,
  path: string,
  { locale, problems }: Omit<Context, 'digits' | 'others'>,
) {
  const name = attribute.name.trim()
  if (name === '') problems.push({ path: `${path}.name`, kind: 'required' })
  if (attribute.type === 'flag') return { name, value: attribute.value === 'true' }
  if (attribute.type === 'number')
    return { name, value: readNumber(attribute.value, locale, `${path}.value`, problems) }
  if (attribute.value.trim() === '') problems.push({ path: `${path}.value`, kind: 'required' })
  return { name, value: attribute.value.trim() }
}

/** A measure: a number with a sign and any decimals, in the notation of the reader. */
function readNumber(typed: string, locale: string, path: string, problems: DraftProblem[]): number {
  const negative = /^\s*[-−]/.test(typed)
  const plain = parsePrice(typed.replace(/^\s*[-−]/, ''), locale, 10)
  if (plain === null) problems.push({ path, kind: 'number' })
  return (negative ? -1 : 1) * Number(plain ?? 0)
}

/** Whether the field at `path` is the same in two drafts: by identity, since every change makes it anew. */
export function isSame(a: Draft, b: Draft, path: string): boolean {
  const [field = '', index] = path.split('.')
  const part = (draft: Draft): unknown => {
    const value: unknown = draft[field as keyof Draft]
    return index !== undefined && Array.isArray(value) ? (value as unknown[])[Number(index)] : value
  }
  return part(a) === part(b)
}
