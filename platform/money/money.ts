/** An amount as it travels: a decimal text with exactly the currency's digits, and the ISO 4217 code. */
export type Money = { readonly amount: string; readonly currency: string }

// ISO 4217 minor-unit digits where they are not 2.
const DIGITS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0,
  VUV: 0, XAF: 0, XOF: 0, XPF: 0, BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3, CLF: 4, UYW: 4,
} // prettier-ignore

/** The largest amount, in minor units, that one record may hold: a trillion minor units. */
export const MAX_MINOR = 1_000_000_000_000

/** How many decimals a currency has: 2 for USD, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  return DIGITS[currency] ?? 2
}

/** Renders minor units for the wire: 29999 USD → { amount: '299.99', currency: 'USD' }. Throws on a non-integer. */
export function toMoney(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor)) throw new Error('An amount in minor units must be an integer.')
  const digits = currencyDigits(currency)
  if (digits === 0) return { amount: String(minor), currency }
  const sign = minor < 0 ? '-' : ''
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  return { amount: `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`, currency }
}

/**
 * Reads a decimal text into minor units without ever passing through a float: '299.99' USD → 29999.
 * Answers null when it is not a plain decimal, has more digits than the currency, or exceeds `MAX_MINOR`.
 */
export function parseMinor(amount: string, currency: string): number | null {
  const match = /^(-?)(\d{1,13})(?:\.(\d{1,4}))?$/.exec(amount)
  if (match === null) return null
  const [, sign = '', whole = '', fraction = ''] = match
  const digits = currencyDigits(currency)
  const kept = fraction.slice(0, digits).padEnd(digits, '0')
  if (/[1-9]/.test(fraction.slice(digits))) return null
  const minor = Number(whole + kept)
  if (!Number.isSafeInteger(minor) || minor > MAX_MINOR) return null
  return sign === '-' && minor !== 0 ? -minor : minor
}

/** Reads wire money that is known to be well-formed. Throws where `parseMinor` would answer null. */
export function minorOf(money: Money): number {
  const minor = parseMinor(money.amount, money.currency)
  if (minor === null) throw new Error(`Not an amount in ${money.currency}.`)
  return minor
}
