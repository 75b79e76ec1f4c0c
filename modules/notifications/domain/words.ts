import { type Money, toMoney } from '@rampart/platform/money/money.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** An amount as people read it: `$299.99`. Exact: the decimal text never becomes a float. */
export function moneyText({ amount, currency }: Money): string {
  // Making a format costs far more than using it, and a shop has one currency.
  let format = formats.get(currency)
  if (format === undefined) {
    format = new Intl.NumberFormat('en', { style: 'currency', currency })
    formats.set(currency, format)
  }
  return format.format(amount as Intl.StringNumericLiteral)
}

/** Minor units as people read them. */
export function minorText(minor: number, currency: string): string {
  return moneyText(toMoney(minor, currency))
}

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })

type Place = {
  readonly full_name?: string | undefined
  readonly company?: string | undefined
  readonly street: string
  readonly street2?: string | undefined
  readonly city: string
  readonly state?: string | undefined
  readonly postal_code: string
  readonly country: string
}

/** An address, line by line. */
export function addressLines(place: Place): readonly string[] {
  const town = [place.city, place.state, place.postal_code].filter(Boolean).join(', ')
  const lines = [place.full_name, place.company, place.street, place.street2, town, regions.of(place.country)]
  return lines.filter((line): line is string => line !== undefined && line !== '')
}

/** The name somebody is greeted by, with the space before it; nothing when none is known. */
export function greetingName(place: Place): string {
  const first = place.full_name?.split(/\s+/)[0] ?? ''
  return first === '' ? '' : `, ${first}`
}
