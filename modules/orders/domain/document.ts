/** The kinds of papers that have a number of their own. */
export type DocumentKind = 'invoice' | 'credit_note'

/** Who sells, as it stands on papers. Empty: left out. */
export type Seller = {
  readonly name: string
  readonly street: string
  readonly postal_code: string
  readonly city: string
  readonly country: string
  readonly vat_id: string
  readonly tax_number: string
  readonly email: string
  readonly bank_name: string
  readonly iban: string
  readonly bic: string
  readonly note: string
}

export type Recipient = {
  readonly full_name?: string | undefined
  readonly company?: string | undefined
  readonly street: string
  readonly street2?: string | undefined
  readonly city: string
  readonly state?: string | undefined
  readonly postal_code: string
  readonly country: string
}

/** Tax of one rate; `net_minor` is what it is taken of. */
export type TaxLine = {
  readonly rate_percent: string
  readonly net_minor: number
  readonly tax_minor: number
}

export type DocumentLine = {
  readonly name: string
  readonly options: readonly string[]
  readonly sku: string
  readonly quantity: number
  readonly unit_price_minor: number
  readonly tax_rate_percent: string
  /** As the prices are: with tax or without. */
  readonly total_minor: number
}

/** What a paper says: facts alone, which no later change reaches. Minor units. */
export type DocumentContent = {
  readonly order_number: string
  readonly placed_at: string
  readonly prices: 'inclusive' | 'exclusive'
  readonly seller: Seller
  /** Null once no law wants it kept. */
  readonly recipient: Recipient | null
  readonly lines: readonly DocumentLine[]
  readonly shipping: { readonly name: string; readonly amount_minor: number }
  readonly discounts: readonly { readonly name: string; readonly amount_minor: number }[]
  readonly taxes: readonly TaxLine[]
  readonly total_minor: number
  readonly gift_card_minor: number
  /** Of a credit note: the invoice that it takes back, or a part of it. */
  readonly credits: string | null
}

/** `INV-2026-000042`: kind, year and the place in that year. */
export function documentNumber(kind: DocumentKind, year: number, sequence: number): string {
  const prefix = kind === 'invoice' ? 'INV' : 'CN'
  return `${prefix}-${String(year)}-${String(sequence).padStart(6, '0')}`
}

/**
 * What is still to be credited of an invoice so that it comes to `upTo` in all; null is the whole. Credits that came in
 * another order than they were made add up to the same.
 */
export function creditOf(invoiced: number, credited: number, upTo: number | null): number {
  return Math.max(0, Math.min(upTo ?? invoiced, invoiced) - credited)
}

/** What is left of the taxes of an invoice after what was credited of them. */
export function taxesLeft(
  invoiced: readonly TaxLine[],
  credited: readonly (readonly TaxLine[])[],
): TaxLine[] {
  return invoiced.map(({ rate_percent, net_minor, tax_minor }, index) => ({
    rate_percent,
    net_minor: credited.reduce((left, taxes) => left - (taxes[index]?.net_minor ?? 0), net_minor),
    tax_minor: credited.reduce((left, taxes) => left - (taxes[index]?.tax_minor ?? 0), tax_minor),
  }))
}

/**
 * The part of what is left of the taxes that a credit takes back: shares by largest remainder, so that nets and taxes come
 * to exactly the credit, none is below zero, and the last credit takes exactly the rest.
 */
export function taxesOfCredit(left: readonly TaxLine[], amount: number): TaxLine[] {
  const parts = left.flatMap(({ net_minor, tax_minor }) => [net_minor, tax_minor])
  const total = parts.reduce((sum, part) => sum + part, 0)
  const exact = parts.map((part) => BigInt(part) * BigInt(amount))
  const shares = exact.map((value) => (total === 0 ? 0 : Number(value / BigInt(total))))
  const short = total === 0 ? 0 : amount - shares.reduce((sum, share) => sum + share, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: total === 0 ? 0n : value % BigInt(total) }))
    .toSorted((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1,
    )
  for (const { index } of byRemainder.slice(0, short)) shares[index] = (shares[index] ?? 0) + 1
  return left.map(({ rate_percent }, index) => ({
    rate_percent,
    net_minor: shares[2 * index] ?? 0,
    tax_minor: shares[2 * index + 1] ?? 0,
  }))
}

/** Whether the check digits of an IBAN are right (ISO 13616). Spaces do not count. */
export function isIban(text: string): boolean {
  const iban = text.replaceAll(' ', '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  const turned = iban.slice(4) + iban.slice(0, 4)
  const digits = turned.replaceAll(/[A-Z]/g, (letter) => String(parseInt(letter, 36)))
  return BigInt(digits) % 97n === 1n
}
