import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ErrorCodeOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { CatalogDeps } from './deps.ts'
import type { OtherPrice, Product, Variant } from './domain/product.ts'
import { planVariants, type VariantPlan, type WantedVariant } from './domain/variant-plan.ts'

export type SaveContext = HandlerContext<ErrorCodeOf<Catalog, 'createProduct'>>
export type ProductInput = Omit<ParsedInputOf<Catalog, 'updateProduct'>, 'product_id'>

type PriceInput = NonNullable<ProductInput['price']>

/** The product's own currency, and all that the shop sells in. */
export type Currencies = { readonly own: string; readonly all: readonly string[] }

/** What a product's prices can be in: one that is there keeps its own currency. */
export function currenciesOf({ settings }: CatalogDeps, product?: Pick<Product, 'currency'>): Currencies {
  return { own: product?.currency ?? settings.shop_currency, all: settings.shop_currencies }
}

/** The variants and options an input asks for; those of `current` where it says nothing of them. */
export function readVariants(
  input: ProductInput,
  current: Pick<Product, 'variants' | 'options'> | null,
  currencies: Currencies,
  context: SaveContext,
): VariantPlan {
  const wanted =
    input.variants === undefined
      ? shortForm(input, current, currencies, context)
      : longForm(input, currencies, context)
  // New variants bring their options with them; otherwise what is offered stays as it is.
  const options = input.options ?? (input.variants === undefined ? current?.options : undefined)
  const plan = planVariants(current?.variants ?? [], wanted, options, newId)
  if (plan === null) throw context.fail('CATALOG_BAD_VARIANTS')
  return plan
}

function longForm(input: ProductInput, currencies: Currencies, context: SaveContext): WantedVariant[] {
  if (hasShortFields(input)) {
    throw context.fail('CATALOG_BAD_VARIANTS', {
      message: 'Give either variants, or sku and price of a single one.',
    })
  }
  return (input.variants ?? []).map((variant) => ({
    id: variant.id,
    sku: variant.sku,
    options: variant.options,
    price_minor: minorOrFail(variant.price, currencies.own, context),
    compare_at_minor: compareAt(variant.compare_at_price, currencies.own, context),
    prices: otherPrices(variant.prices, currencies, context),
    initial_quantity: variant.initial_quantity,
  }))
}

function shortForm(
  input: ProductInput,
  current: Pick<Product, 'variants'> | null,
  currencies: Currencies,
  context: SaveContext,
): WantedVariant[] {
  const [single, ...others] = current?.variants ?? []
  if (single === undefined) return [newSingle(input, currencies, context)]
  if (others.length > 0) {
    if (!hasShortFields(input)) return [single, ...others].map(unchanged)
    throw context.fail('CATALOG_BAD_VARIANTS', {
      message: 'The product has several variants: give them as a list.',
    })
  }
  return [
    {
      ...unchanged(single),
      sku: input.sku ?? single.sku,
      price_minor:
        input.price === undefined ? single.price_minor : minorOrFail(input.price, currencies.own, context),
      compare_at_minor: compareAt(input.compare_at_price, currencies.own, context),
      prices: otherPrices(input.prices, currencies, context),
      initial_quantity: input.initial_quantity,
    },
  ]
}

function newSingle(input: ProductInput, currencies: Currencies, context: SaveContext): WantedVariant {
  if (input.price === undefined)
    throw context.fail('CATALOG_BAD_PRICE', { message: 'A product needs a price.' })
  return {
    id: undefined,
    // The end of a UUIDv7 is random; its beginning is the time.
    sku: input.sku ?? `P-${newId().slice(-12).toUpperCase()}`,
    options: {},
    price_minor: minorOrFail(input.price, currencies.own, context),
    compare_at_minor: compareAt(input.compare_at_price, currencies.own, context),
    prices: otherPrices(input.prices, currencies, context),
    initial_quantity: input.initial_quantity,
  }
}

function unchanged({ id, sku, options, price_minor, compare_at_minor }: Variant): WantedVariant {
  return { id, sku, options, price_minor, compare_at_minor, prices: undefined, initial_quantity: undefined }
}

function hasShortFields({ sku, price, compare_at_price, prices, initial_quantity }: ProductInput): boolean {
  return [sku, price, compare_at_price, prices, initial_quantity].some((field) => field !== undefined)
}

function minorOrFail(price: PriceInput, currency: string, context: SaveContext): number {
  const minor = minorFrom(price, currency)
  if (minor === null) throw context.fail('CATALOG_BAD_PRICE')
  return minor
}

function compareAt(price: PriceInput | null | undefined, currency: string, context: SaveContext) {
  return price === null || price === undefined ? price : minorOrFail(price, currency, context)
}

/** Prices in other currencies, each named and once; undefined: as they were. */
function otherPrices(
  prices: ProductInput['prices'],
  { own, all }: Currencies,
  context: SaveContext,
): OtherPrice[] | undefined {
  const read = prices?.map(({ price, compare_at_price }) => {
    const { currency } = price
    if (currency === null || currency === own || !all.includes(currency))
      throw context.fail('CATALOG_BAD_PRICE')
    return {
      currency,
      price_minor: minorOrFail(price, currency, context),
      compare_at_minor: compareAt(compare_at_price, currency, context) ?? null,
    }
  })
  if (read !== undefined && new Set(read.map(({ currency }) => currency)).size !== read.length)
    throw context.fail('CATALOG_BAD_PRICE')
  return read
}
