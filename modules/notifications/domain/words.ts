import { type Money, toMoney } from '@rampart/platform/money/money.ts'
import type { Language } from './language.ts'

const formats = new Map<string, Intl.NumberFormat>()

/** An amount as people read it: `$299.99`, `299,99 $`. Exact: the decimal text never becomes a float. */
export function moneyText({ amount, currency }: Money, language: Language): string {
  // Making a format costs far more than using it, and a shop has one currency.
  const key = `${language} ${currency}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(language, { style: 'currency', currency })
    formats.set(key, format)
  }
  return format.format(amount as Intl.StringNumericLiteral)
}

/** Minor units as people read them. */
export function minorText(minor: number, currency: string, language: Language): string {
  return moneyText(toMoney(minor, currency), language)
}

const moment = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const

// The day before the month, so that nobody takes one for the other.
const moments: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', moment),
  de: new Intl.DateTimeFormat('de', moment),
}

/** A moment, given as ISO 8601, as people read it: `15 January 2026 at 12:00 (UTC)`. */
export function momentText(at: string, language: Language): string {
  return `${moments[language].format(new Date(at))} (UTC)`
}

const regions: Readonly<Record<Language, Intl.DisplayNames>> = {
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'code' }),
  de: new Intl.DisplayNames('de', { type: 'region', fallback: 'code' }),
}

// By its ISO 3166-1 code.
function countryText(code: string, language: Language): string {
  return regions[language].of(code) ?? code
}

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

// Where an envelope has the town before its code; the rest of the world, seen from here, writes it the other way.
const TOWN_FIRST = new Set(['US', 'CA', 'GB', 'IE', 'AU', 'NZ', 'IN'])

/** An address as it stands on an envelope, line by line. */
export function addressLines(place: Place, language: Language): readonly string[] {
  const { city, state, postal_code: code, country } = place
  const town = TOWN_FIRST.has(country)
    ? [[city, state, code].filter(Boolean).join(', ')]
    : [`${code} ${city}`, state]
  const lines = [place.full_name, place.company, place.street, place.street2, ...town]
  return [...lines, countryText(country, language)].filter(
    (line): line is string => line !== undefined && line !== '',
  )
}

/** The name somebody is greeted by; null when none is known. */
export function firstName(place: Place): string | null {
  const first = place.full_name?.split(/\s+/)[0] ?? ''
  return first === '' ? null : first
}

// Names of programs and systems with their versions. No dot before a letter: nothing that becomes a link.
const DEVICE = /^(?!.*\.(?!\d))[A-Za-z0-9][A-Za-z0-9 .,()/+-]{0,59}$/

const on: Readonly<Record<Language, string>> = { en: 'on', de: 'unter' }

/** `Firefox on Linux`; null when unknown, or when it could say more than a name does: whoever signs in has a say in it. */
export function deviceText(device: string, language: Language): string | null {
  if (device === 'Unknown device' || !DEVICE.test(device)) return null
  return device.replace(' on ', ` ${on[language]} `)
}

const PLACE = /^\p{L}[\p{L}\p{M} ,'’()-]{0,79}$/u
const NETWORK = /^[0-9a-f]+[.:][0-9a-f.:/]{1,45}$/i

/** A place: a country by its code, a name, or the network; null when it could be anything else. */
export function placeText(place: string | null, language: Language): string | null {
  if (place === null) return null
  if (/^[A-Z]{2}$/.test(place)) return countryText(place, language)
  return PLACE.test(place) || NETWORK.test(place) ? place : null
}
