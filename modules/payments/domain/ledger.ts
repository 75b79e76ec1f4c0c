/** One side of a booking, in minor units. */
export type LedgerLine = {
  readonly account: 'provider_clearing' | 'customer_payments' | 'refunds'
  readonly debit_minor: number
  readonly credit_minor: number
}

/** Money that a customer paid: the provider owes it to us. */
export function captureLines(amountMinor: number): readonly LedgerLine[] {
  return [
    { account: 'provider_clearing', debit_minor: amountMinor, credit_minor: 0 },
    { account: 'customer_payments', debit_minor: 0, credit_minor: amountMinor },
  ]
}

/** Money paid back to a customer: the provider takes it from what it owes us. */
export function refundLines(amountMinor: number): readonly LedgerLine[] {
  return [
    { account: 'refunds', debit_minor: amountMinor, credit_minor: 0 },
    { account: 'provider_clearing', debit_minor: 0, credit_minor: amountMinor },
  ]
}

/** Undoes a refund that the provider refused. */
export function refundReversalLines(amountMinor: number): readonly LedgerLine[] {
  return refundLines(amountMinor).map((line) => ({
    ...line,
    debit_minor: line.credit_minor,
    credit_minor: line.debit_minor,
  }))
}
