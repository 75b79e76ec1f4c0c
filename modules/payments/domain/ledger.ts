/** Where money lies that was paid: with the provider, who owes it to us, or in our own till. */
export type Purse = 'provider_clearing' | 'cash'

/** One side of a booking, in minor units. */
export type LedgerLine = {
  readonly account: Purse | 'customer_payments' | 'refunds' | 'fees'
  readonly debit_minor: number
  readonly credit_minor: number
}

/** Money that a customer paid. */
export function captureLines(amountMinor: number, purse: Purse = 'provider_clearing'): readonly LedgerLine[] {
  return [
    { account: purse, debit_minor: amountMinor, credit_minor: 0 },
    { account: 'customer_payments', debit_minor: 0, credit_minor: amountMinor },
  ]
}

/** Money paid back to a customer, out of where it lay. */
export function refundLines(amountMinor: number, purse: Purse = 'provider_clearing'): readonly LedgerLine[] {
  return [
    { account: 'refunds', debit_minor: amountMinor, credit_minor: 0 },
    { account: purse, debit_minor: 0, credit_minor: amountMinor },
  ]
}

/** Undoes a refund that the provider refused. */
export function refundReversalLines(
  amountMinor: number,
  purse: Purse = 'provider_clearing',
): readonly LedgerLine[] {
  return refundLines(amountMinor, purse).map((line) => ({
    ...line,
    debit_minor: line.credit_minor,
    credit_minor: line.debit_minor,
  }))
}

/** What the provider keeps for its service, out of what it owes us. */
export function feeLines(amountMinor: number): readonly LedgerLine[] {
  return [
    { account: 'fees', debit_minor: amountMinor, credit_minor: 0 },
    { account: 'provider_clearing', debit_minor: 0, credit_minor: amountMinor },
  ]
}
