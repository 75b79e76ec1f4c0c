/** Money as it stands on the wire: a decimal string and an ISO 4217 code. */
export type WireMoney = { amount: string; currency: string }

const formats = new Map<string, Intl.NumberFormat>()

/** Money in the reader's own writing, for example '1.299,00 €'. Whole amounts keep their decimals: columns line up. */
export function formatMoney(money: WireMoney, locale: string): string {
  // Making a format costs far more than using it; pages show dozens of prices in one language and currency.
  const key = `${locale} ${money.currency}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency })
    formats.set(key, format)
  }
  return format.format(money.amount as Intl.StringNumericLiteral)
}
