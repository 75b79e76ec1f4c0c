import type { Shipping } from '@rampart/contracts/shipping.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { ShippingDeps } from './deps.ts'
import type { MethodFields } from './store/methods.ts'

type Input = Omit<ParsedInputOf<Shipping, 'createMethod'>, 'code'>

/**
 * The fields of a method with prices in minor units. It costs what it costs in one currency of the shop: the one that is
 * named, else the one it had, else the shop's own.
 * @throws SHIPPING_BAD_PRICE, or VALIDATION_FAILED when it would arrive before it could
 */
export function readFields(
  input: Input,
  context: HandlerContext<'SHIPPING_BAD_PRICE'>,
  { settings }: ShippingDeps,
  before: string | null,
): MethodFields {
  const { name, description, countries, min_days, max_days, active, position } = input
  const currency = input.price.currency ?? before ?? settings.shop_currency
  const price_minor = settings.shop_currencies.includes(currency) ? minorFrom(input.price, currency) : null
  const free_over_minor = input.free_over === null ? null : minorFrom(input.free_over, currency)
  const badPrice = (path: string) =>
    context.fail('SHIPPING_BAD_PRICE', {
      errors: [
        { path, message: `Use an amount in ${settings.shop_currencies.join(', ')}, each of one currency.` },
      ],
    })
  if (price_minor === null) throw badPrice('price')
  if (input.free_over !== null && free_over_minor === null) throw badPrice('free_over')
  if (max_days < min_days) {
    const message = 'This cannot be less than min_days.'
    throw context.fail('VALIDATION_FAILED', { errors: [{ path: 'max_days', message }] })
  }
  return {
    name,
    description,
    currency,
    price_minor,
    free_over_minor,
    countries: [...new Set(countries)].sort(),
    min_days,
    max_days,
    active,
    position,
  }
}
