import { parsePrice, priceDigits, priceInput } from '../money/parse-price.ts'
import type { Parameters, TemplateParameter } from './policies-query.ts'

/** What is typed for a template: text, or a list for countries. */
export type TypedParameters = Readonly<Record<string, string>>

/** Where prices are read and written: the reader's notation and the shop's currency. */
export type Notation = { readonly locale: string; readonly currency: string | null }

const digitsOf = ({ currency }: Notation) => (currency === null ? 2 : priceDigits(currency))

/** Minor units of a price as it is typed; null when it is none. */
export function minorOf(typed: string, notation: Notation): number | null {
  const digits = digitsOf(notation)
  const plain = parsePrice(typed, notation.locale, digits)
  if (plain === null) return null
  const [whole = '0', fraction = ''] = plain.split('.')
  return Number(whole + fraction.padEnd(digits, '0'))
}

/** Minor units as the reader types a price. */
export function typedMinor(minor: number, notation: Notation): string {
  const digits = digitsOf(notation)
  const text = String(minor).padStart(digits + 1, '0')
  const cut = text.length - digits
  return priceInput(digits === 0 ? text : `${text.slice(0, cut)}.${text.slice(cut)}`, notation.locale)
}

/** The fields of a template's form: what was chosen before, else the defaults. */
export function typedParameters(
  parameters: readonly TemplateParameter[],
  chosen: Parameters | null,
  notation: Notation,
): TypedParameters {
  return Object.fromEntries(
    parameters.map(({ name, kind, default: standard }) => {
      const value = chosen?.[name] ?? standard
      if (value === null) return [name, '']
      if (Array.isArray(value)) return [name, value.join('\n')]
      return [
        name,
        kind === 'money' && typeof value === 'number' ? typedMinor(value, notation) : String(value),
      ]
    }),
  )
}

function readOne({ kind, default: standard }: TemplateParameter, typed: string, notation: Notation) {
  if (kind === 'money') return minorOf(typed, notation)
  if (kind === 'number' || typeof standard === 'number')
    return /^-?\d+$/.test(typed.trim()) ? Number(typed) : null
  if (kind === 'networks' || kind === 'countries' || kind === 'hours' || Array.isArray(standard))
    return typed.split(/[\s,]+/).filter((entry) => entry !== '')
  return typed.trim()
}

/** What the API takes of a template's form, and the names of the fields that do not read. */
export function readParameters(
  parameters: readonly TemplateParameter[],
  typed: TypedParameters,
  notation: Notation,
): { values: Parameters; wrong: string[] } {
  const values: Parameters = {}
  const wrong: string[] = []
  for (const parameter of parameters) {
    const value = readOne(parameter, typed[parameter.name] ?? '', notation)
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0))
      wrong.push(parameter.name)
    else values[parameter.name] = value
  }
  return { values, wrong }
}
