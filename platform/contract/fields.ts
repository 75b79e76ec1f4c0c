import { z } from 'zod'
import { type Money, parseMinor, toMoney } from '../money/money.ts'

/** Text a person types: trimmed, without control characters other than line breaks and tabs, at most `max` characters. */
export function Text(max: number, min = 0) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, 'Control characters are not allowed.')
    .refine((text) => text.isWellFormed(), 'The text is not valid Unicode.')
}

/** A UUID of any version. In lower case from here on, as the database writes it: ids are compared and signed as text. */
export const Id = z.uuid().toLowerCase()

/** A UTC moment, ISO 8601. */
export const Timestamp = z.iso.datetime()

/** A day of the calendar, ISO 8601. The year 0 of that standard is none of PostgreSQL's. */
export const Day = z.iso.date().refine((day) => !day.startsWith('0000'), 'Use a date such as 2026-03-01.')

/** A lower-case address part: letters, digits and single hyphens. */
export const Slug = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use lower-case letters, digits and hyphens.')

/** ISO 4217 code. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, 'Use a three-letter currency code.')

/** ISO 3166-1 alpha-2 code. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/, 'Use a two-letter country code.')

/** How many pieces of something: 1 to 9,999. */
export const Quantity = z.int().min(1).max(9_999)

/** An amount in minor units, not negative. */
export const Minor = z.int().min(0).max(1_000_000_000_000)

/** An amount as it is answered. */
export const MoneyOut = z.strictObject({ amount: z.string(), currency: Currency })

/**
 * An amount as it is accepted: `{ amount, currency }`, or a number or decimal text in the shop's currency.
 * Parsed to text and an optional currency; `minorFrom` turns it into minor units.
 */
export const MoneyIn = z
  .union([
    z.strictObject({ amount: z.string().max(20), currency: Currency }),
    z.string().max(20),
    z.number().min(0).max(1_000_000_000),
  ])
  .transform((value, issues): { amount: string; currency: string | null } => {
    const money = typeof value === 'object' ? value : { amount: String(value), currency: null }
    // Four decimals is the most any currency has; the exact digits are checked where the currency is known.
    if (parseMinor(money.amount, 'CLF') === null || money.amount.startsWith('-')) {
      issues.addIssue('Use an amount such as 299.99.')
      return z.NEVER
    }
    return money
  })

/** Minor units of an accepted amount; null when it names another currency or has too many decimals. */
export function minorFrom(input: z.output<typeof MoneyIn>, shopCurrency: string): number | null {
  if (input.currency !== null && input.currency !== shopCurrency) return null
  return parseMinor(input.amount, shopCurrency)
}

/** Minor units for the wire. */
export function moneyOut(minor: number, currency: string): Money {
  return toMoney(minor, currency)
}

/** Bytes of a file. Travels as base64 between processes, never as JSON to a browser. */
export const Bytes = z.instanceof(Uint8Array)

/** Query fields of every list. */
export const pageFields = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  page_size: z.coerce.number().int().min(1).max(100).default(20),
}

/** One page of a list. */
export function Page<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), page: z.int(), page_size: z.int(), total: z.int() })
}

/** A stretch of an ever-growing list. */
export function CursorPage<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), next_cursor: z.string().nullable() })
}

/** Query fields of an ever-growing list. */
export const cursorFields = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
}

/** `true` or `false` as a query string writes it. */
export const QueryFlag = z.enum(['true', 'false']).transform((value) => value === 'true')

/** The empty answer. */
export const Nothing = z.null()
