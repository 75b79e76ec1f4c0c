import type { Input, ShippingMethod } from '../api.ts'
import { parsePrice, priceInput } from '../money/parse-price.ts'

/** A shipping method as its form holds it: texts as typed. */
export type MethodDraft = {
  code: string
  name: string
  description: string
  /** What both amounts are in; empty: the shop's own currency. */
  currency: string
  price: string
  free_over: string
  countries: string[]
  min_days: string
  max_days: string
  active: boolean
  position: string
}

export type MethodInput = Input<'shipping', 'createMethod'>

/** The form of a method as it is, or of one that is to stand at `position`. */
export function methodDraft(method: ShippingMethod | null, position: number, locale: string): MethodDraft {
  if (method === null) {
    return {
      code: '',
      name: '',
      description: '',
      currency: '',
      price: '',
      free_over: '',
      countries: [],
      min_days: '2',
      max_days: '4',
      active: true,
      position: String(position),
    }
  }
  return {
    code: method.code,
    name: method.name,
    description: method.description,
    currency: method.price.currency,
    price: priceInput(method.price.amount, locale),
    free_over: method.free_over ? priceInput(method.free_over.amount, locale) : '',
    countries: method.countries,
    min_days: String(method.min_days),
    max_days: String(method.max_days),
    active: method.active,
    position: String(method.position),
  }
}

/** What the API takes, or the fields that are not right yet. */
export function readMethod(
  draft: MethodDraft,
  locale: string,
  digits: number,
): { input: MethodInput } | { wrong: Set<'price' | 'free_over' | 'max_days'> } {
  const price = parsePrice(draft.price, locale, digits)
  const freeOver = draft.free_over.trim() === '' ? null : parsePrice(draft.free_over, locale, digits)
  const wrong = new Set<'price' | 'free_over' | 'max_days'>()
  if (price === null) wrong.add('price')
  if (freeOver === null && draft.free_over.trim() !== '') wrong.add('free_over')
  if (Number(draft.max_days) < Number(draft.min_days)) wrong.add('max_days')
  if (price === null || wrong.size > 0) return { wrong }
  return {
    input: {
      code: draft.code.trim(),
      name: draft.name.trim(),
      description: draft.description.trim(),
      price: inCurrency(price, draft.currency),
      free_over: freeOver === null ? null : inCurrency(freeOver, draft.currency),
      countries: draft.countries,
      min_days: Number(draft.min_days),
      max_days: Number(draft.max_days),
      active: draft.active,
      position: Number(draft.position),
    },
  }
}

function inCurrency(amount: string, currency: string) {
  return currency === '' ? amount : { amount, currency }
}
