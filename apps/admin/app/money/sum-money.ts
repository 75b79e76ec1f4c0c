import type { Money } from '../api.ts'

/** Adds amounts of one currency exactly, in integers of their last digit. Null for none. Throws on mixed currencies. */
export function sumMoney(amounts: readonly Money[]): Money | null {
  const first = amounts[0]
  if (first === undefined) return null
  const digits = decimals(first)
  let total = 0n
  for (const money of amounts) {
    if (money.currency !== first.currency) throw new Error('Amounts of two currencies cannot be added.')
    total += toUnits(money)
  }
  return fromUnits(total, digits, first.currency)
}

/** What is left of `amount` after `taken`; both of one currency. */
export function subtractMoney(amount: Money, taken: Money): Money {
  return fromUnits(toUnits(amount) - toUnits(taken), decimals(amount), amount.currency)
}

/** Whether an amount is nothing. */
export function isZero(money: Money): boolean {
  return toUnits(money) === 0n
}

// The wire carries exactly the digits of the currency, so they can be read off any amount.
function decimals(money: Money): number {
  return money.amount.split('.')[1]?.length ?? 0
}

function toUnits(money: Money): bigint {
  return BigInt(money.amount.replace('.', ''))
}

function fromUnits(units: bigint, digits: number, currency: string): Money {
  if (digits === 0) return { amount: units.toString(), currency }
  const sign = units < 0n ? '-' : ''
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0')
  return { amount: `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`, currency }
}
