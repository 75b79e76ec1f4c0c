import { currencyDigits, MAX_MINOR } from '@rampart/platform/money/money.ts'

/**
 * Where Stripe counts in other units than ISO 4217 has: MGA without decimals, ISK with two that are always zero.
 * Source: https://docs.stripe.com/currencies, https://support.stripe.com/questions/deprecation-of-fractional-isk-charges-and-refunds
 */
const STRIPE_DIGITS: Readonly<Record<string, number>> = { MGA: 0, ISK: 2 }

/** Three decimals, of which the last must be zero. Source: https://docs.stripe.com/currencies */
const THREE_DECIMALS = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])

/** Stripe's documents contradict each other about these, or do not name them. */
const UNCERTAIN = new Set(['UGX', 'UYI', 'CLF', 'UYW', 'IQD', 'LYD'])

/** Our minor units in Stripe's; null when Stripe cannot move exactly this amount. */
export function toStripeAmount(minor: number, currency: string): number | null {
  if (UNCERTAIN.has(currency)) return null
  if (THREE_DECIMALS.has(currency) && minor % 10 !== 0) return null
  const ours = currencyDigits(currency)
  const theirs = STRIPE_DIGITS[currency] ?? ours
  if (theirs >= ours) return minor * 10 ** (theirs - ours)
  const step = 10 ** (ours - theirs)
  return minor % step === 0 ? minor / step : null
}

/** Stripe's units in ours, its lower-case currency in ISO's. @throws for an amount that cannot be one */
export function fromStripeAmount(amount: number, code: string): { amount_minor: number; currency: string } {
  const currency = code.toUpperCase()
  const ours = currencyDigits(currency)
  const theirs = STRIPE_DIGITS[currency] ?? ours
  const amount_minor = amount * 10 ** (ours - theirs)
  if (!Number.isInteger(amount_minor) || amount_minor > MAX_MINOR)
    throw new Error('Stripe told an amount that cannot be one.')
  return { amount_minor, currency }
}
