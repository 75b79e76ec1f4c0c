/** Money as it stands on the wire: a decimal string and an ISO 4217 code. */
export type WireMoney = { amount: string; currency: string }

/** Money in the reader's own writing, for example '1.299,00 €'. Whole amounts keep their decimals: columns line up. */
export function formatMoney(money: WireMoney, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency }).format(
    money.amount as Intl.StringNumericLiteral,
  )
}
