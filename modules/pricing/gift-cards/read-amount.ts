import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import { minorFrom } from '@rampart/platform/contract/fields.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'

/** An amount above 0 in one of these currencies: the one that is named, else the first. @throws PRICING_BAD_AMOUNT */
export function readAmount(
  given: ParsedInputOf<Pricing, 'issueGiftCard'>['amount'],
  currencies: readonly string[],
  context: HandlerContext<'PRICING_BAD_AMOUNT'>,
): { readonly amount_minor: number; readonly currency: string } {
  const currency = given.currency ?? currencies[0] ?? ''
  const amount_minor = currencies.includes(currency) ? minorFrom(given, currency) : null
  if (amount_minor !== null && amount_minor > 0) return { amount_minor, currency }
  const message = `Use an amount above 0 in ${currencies.join(', ')}.`
  throw context.fail('PRICING_BAD_AMOUNT', { errors: [{ path: 'amount', message }] })
}
