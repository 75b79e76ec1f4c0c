/**
 * Reads what a person typed as a price, in either notation, into the plain decimal of the wire: '1.299,5' → '1299.5'.
 * A single separator counts as grouping only where the locale groups with it and exactly three digits follow.
 * Answers null when it is no price, is negative, or has more decimals than `digits`.
 */
export function parsePrice(typed: string, locale: string, digits: number): string | null {
  const text = typed.trim().replaceAll(/[\s\u00a0\u202f’']/g, '')
  if (!/^\d[\d.,]*$|^[.,]\d+$/.test(text)) return null
  const group = groupSeparator(locale)
  const separators = text.replaceAll(/\d/g, '')
  const decimal = decimalIn(text, separators, group)
  if (decimal === undefined) return null
  const [whole = '', fraction = ''] = decimal === '' ? [text] : splitLast(text, decimal)
  const plain = ungroup(whole)
  if (plain === null || !/^\d*$/.test(fraction) || fraction.length > digits || plain.length > 10) return null
  return fraction === '' ? plain : `${plain}.${fraction}`
}

/** The separator that stands for the decimals, '' when there are none, undefined when the text makes no sense. */
function decimalIn(text: string, separators: string, group: string): string | undefined {
  if (separators === '') return ''
  const last = separators.at(-1) ?? ''
  if (new Set(separators).size === 2)
    return separators.indexOf(last) === separators.length - 1 ? last : undefined
  if (separators.length > 1) return ''
  return last === group && /^\d{1,3}[.,]\d{3}$/.test(text) ? '' : last
}

function splitLast(text: string, separator: string): [string, string] {
  const at = text.lastIndexOf(separator)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Digits without their grouping; null where the groups are not of three. */
function ungroup(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole.replace(/^0+(?=\d)/, '') || '0'
  return /^\d{1,3}([.,]\d{3})+$/.test(whole) && new Set(whole.replaceAll(/\d/g, '')).size === 1
    ? whole.replaceAll(/[.,]/g, '').replace(/^0+(?=\d)/, '')
    : null
}

function groupSeparator(locale: string): string {
  return (
    new Intl.NumberFormat(locale).formatToParts(12345.6).find(({ type }) => type === 'group')?.value ?? ','
  )
}

/** How many decimals a currency is written with; four, the most there are, while the currency is unknown. */
export function priceDigits(currency: string | null): number {
  if (currency === null) return 4
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

/** A plain decimal as a person of this locale would type it: '1299.50' → '1299,50' in German. */
export function priceInput(amount: string, locale: string): string {
  const decimal =
    new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value ?? '.'
  return amount.replace('.', decimal)
}
