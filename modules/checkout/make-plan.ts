import type { Checkout } from '@rampart/contracts/checkout.ts'
import type { ErrorCodeOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { CheckoutDeps } from './deps.ts'
import { chooseRate, subtotalOf } from './domain/pricing.ts'
import type { Plan } from './plan.ts'
import { priceLines } from './price-lines.ts'
import { wantedLines } from './wanted-lines.ts'

type Input = ParsedInputOf<Checkout, 'placeOrder'>
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
    deps.clients.payments.listMethods(context, {}),
  ])
  if (!methods.some((method) => method.code === input.payment_method)) {
    throw context.fail('CHECKOUT_PAYMENT_NOT_OFFERED')
  }
  if (rates.length === 0) throw context.fail('CHECKOUT_NOT_DELIVERED_THERE')
  const rate = chooseRate(rates, input.shipping_method)
  if (rate === null) throw context.fail('CHECKOUT_SHIPPING_UNKNOWN')
  const total = subtotal + rate.price_minor
  if (total === 0) throw context.fail('CHECKOUT_NOTHING_TO_PAY')
  if (!isExpected(input.expected_total, { total, currency, shopCurrency: deps.settings.shop_currency })) {
    throw context.fail('CHECKOUT_PRICE_CHANGED')
  }
  return {
    cartId: wanted.cart_id,
    plan: {
      email,
      lines: lines.map(({ available: _available, ships_later, ...line }) =>
        ships_later ? { ...line, ships_later } : line,
      ),
      currency,
      shipping_minor: rate.price_minor,
      shipping_method: { code: rate.code, name: rate.name },
      shipping_address: input.shipping_address,
      billing_address: input.billing_address ?? null,
      note: input.note ?? null,
      payment_method: input.payment_method,
      total_minor: total,
    },
  }
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
