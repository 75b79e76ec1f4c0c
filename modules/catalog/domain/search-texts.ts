import { plainText } from './plain-text.ts'
import type { Product } from './product.ts'

/** What a product is found by, most telling first. */
export type SearchTexts = { name: string; codes: string; attributes: string; prose: string }

const MAX_ATTRIBUTES = 6_000
const MAX_PROSE = 20_000

/** Texts for the search index, without accents: name; brand and SKUs; attributes; summary and description. */
export function searchTexts(product: Product): SearchTexts {
  const attributes = product.attributes.map(({ name, value }) => {
    if (value === false) return ''
    return value === true ? name : `${name} ${value}`
  })
  return {
    name: plainText(product.name),
    codes: plainText([product.brand ?? '', ...product.variants.map((variant) => variant.sku)].join(' ')),
    attributes: plainText(attributes.join('\n')).slice(0, MAX_ATTRIBUTES),
    prose: plainText(`${product.summary}\n${product.description}`).slice(0, MAX_PROSE),
  }
}
