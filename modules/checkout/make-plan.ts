import type { Checkout } from '@rampart/contracts/checkout.ts'
import type { ErrorCodeOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { CheckoutDeps } from './deps.ts'
import { chooseRate, subtotalOf } from './domain/pricing.ts'
import type { Plan } from './plan.ts'
import { priceLines } from './price-lines.ts'
import { type PricedOrder, priceOrder, pricingOf } from './price-order.ts'
import { wantedLines } from './wanted-lines.ts'

type Input = ParsedInputOf<Checkout, 'placeOrder'>
/** Why a coupon that was entered in good faith is worth nothing by now. */
const OVER: ReadonlySet<string> = new Set(['coupon_unknown', 'coupon_used_up', 'coupon_used_by_you', 'ended'])

type Context = HandlerContext<ErrorCodeOf<Checkout, 'placeOrder'>>

/** Decides what a purchase consists of and costs. Nothing has an effect yet, so every refusal is free. */
export async function makePlan(
  deps: CheckoutDeps,
  context: Context,
  input: Input,
): Promise<{ plan: Plan; cartId: string | null }> {
  const [email, wanted] = await Promise.all([
    buyersEmail(deps, context, input.email),
    wantedLines(deps, context, input),
  ])
  const { currency } = wanted
  const lines = await priceLines(deps, context, wanted)
  const missing = lines.filter((line) => line.available < line.quantity)
  if (missing.length > 0) {
    throw context.fail('CHECKOUT_OUT_OF_STOCK', {
      errors: missing.map((line) => ({
        path: `items.${line.variant_id}`,
        message:
          line.available <= 0
            ? `${line.product_name} is sold out.`
            : `Only ${String(line.available)} of ${line.product_name} left.`,
      })),
    })
  }
  const subtotal = subtotalOf(lines)
  const country = input.shipping_address.country
  const [{ rates }, { methods }] = await Promise.all([
    deps.clients.shipping.quoteRates(context, { country, subtotal_minor: subtotal, currency }),
    deps.clients.payments.listMethods(context, { country }),
  ])
  if (!methods.some((method) => method.code === input.payment_method)) {
    throw context.fail('CHECKOUT_PAYMENT_NOT_OFFERED')
  }
  if (rates.length === 0) throw context.fail('CHECKOUT_NOT_DELIVERED_THERE')
  const rate = chooseRate(rates, input.shipping_method)
  if (rate === null) throw context.fail('CHECKOUT_SHIPPING_UNKNOWN')
  const { postal_code } = input.shipping_address
  const priced = await priceOrder(deps, context, {
    ...{ wanted, lines, email, shippingMinor: rate.price_minor },
    destination: { country, postal_code: postal_code ?? null },
  })
  assertCouponsHold(context, priced, input.coupon !== undefined)
  const total = priced.totals.total_minor
  if (!isExpected(input.expected_total, { total, currency, shopCurrency: deps.settings.shop_currency })) {
    throw context.fail('CHECKOUT_PRICE_CHANGED')
  }
  return {
    cartId: wanted.cart_id,
    plan: {
      email,
      lines: lines.map(({ available: _available, category_ids: _categories, ships_later, ...line }) =>
        ships_later ? { ...line, ships_later } : line,
      ),
      currency,
      shipping_minor: rate.price_minor,
      shipping_method: { code: rate.code, name: rate.name },
      shipping_address: input.shipping_address,
      billing_address: input.billing_address ?? null,
      note: input.note ?? null,
      // What gift cards and discounts have covered is paid by nobody else.
      payment_method: priced.to_pay_minor === 0 ? 'nothing_to_pay' : input.payment_method,
      total_minor: total,
      pricing: pricingOf(priced),
    },
  }
}

/**
 * A coupon that cannot be used (any more) refuses the order: whoever entered it counts on it. One that the cart does not
 * earn is told so in the cart and takes nothing off; named in the request itself, it refuses too.
 */
function assertCouponsHold(context: Context, { coupons }: PricedOrder, named: boolean): void {
  const broken = coupons.filter(
    ({ refused }, index) =>
      refused !== null && (OVER.has(refused) || (named && index === coupons.length - 1)),
  )
  if (broken.length === 0) return
  throw context.fail('CHECKOUT_COUPON_REFUSED', {
    errors: broken.map(({ code, refused }) => ({
      path: 'coupon',
      message: `The coupon ${code} takes nothing off this order (${String(refused)}).`,
    })),
  })
}

/** Whether it costs what the buyer was shown, in the currency it was shown in: a bare number is in the shop's own. */
function isExpected(
  expected: Input['expected_total'],
  { total, currency, shopCurrency }: { total: number; currency: string; shopCurrency: string },
): boolean {
  if (expected === undefined) return true
  const shown = expected.currency ?? shopCurrency
  return shown === currency && minorFrom(expected, currency) === total
}

/** The address that was given, else the account's. */
async function buyersEmail(deps: CheckoutDeps, context: Context, given: string | undefined): Promise<string> {
  if (given !== undefined) return given
  const { principal } = context
  if (principal.kind !== 'customer') throw context.fail('CHECKOUT_EMAIL_NEEDED')
  const { contacts } = await deps.clients.identity.getContacts(context, { account_ids: [principal.id] })
  const email = contacts[0]?.email
  if (email === undefined) throw context.fail('CHECKOUT_EMAIL_NEEDED')
  return email
}
