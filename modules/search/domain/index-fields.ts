import type { IndexDocument } from './index-document.ts'
import { titleParts } from './title.ts'
import { wordsOf } from './words.ts'

/** What a product is found by. The order is the one in which figures by field are stored. */
export const fieldNames = [
  'title',
  'head',
  'tail',
  'brand',
  'prose',
  'kind',
  'category',
  'path',
  'attributes',
  'codes',
] as const

export type FieldName = (typeof fieldNames)[number]

/** The words of each field. */
export type IndexFields = Readonly<Record<FieldName, readonly string[]>>

const MAX_WORDS = 1_500
const KIND_KEYS = new Set(['product_type', 'type_of_product', 'produkttyp', 'produktart'])

/** The words a product is found by, by field. */
export function indexFields(document: IndexDocument): IndexFields {
  const { head, tail } = titleParts(document.name)
  const path = document.categories.map(({ name }) => name)
  return {
    title: wordsOf(document.name),
    head: wordsOf(head),
    tail: wordsOf(tail),
    brand: wordsOf(`${document.brand ?? ''} ${document.seller_name ?? ''}`),
    prose: wordsOf(prose(document)).slice(0, MAX_WORDS),
    kind: wordsOf(kindOf(document) ?? ''),
    category: wordsOf(path.at(-1) ?? ''),
    path: wordsOf(path.slice(0, -1).join(' ')),
    attributes: wordsOf(attributeTexts(document).join(' ')).slice(0, MAX_WORDS),
    codes: document.skus.flatMap(codeWords).slice(0, MAX_WORDS),
  }
}

/** What the product says it is, where it has an attribute for that or a type. */
export function kindOf({ attributes, type_name }: IndexDocument): string | null {
  const kind = attributes.find(({ key }) => KIND_KEYS.has(key))?.value
  return typeof kind === 'string' ? kind : type_name
}

/** All texts that a phrase may stand in, word by word, fields apart from each other. */
export function phraseText(document: IndexDocument): string {
  const texts = [document.name, prose(document), ...attributeTexts(document)]
  return texts.map((text) => ` ${wordsOf(text).slice(0, MAX_WORDS).join(' ')} `).join('|')
}

// Many catalogues repeat the summary as the description: it is no more telling twice.
function prose({ summary, description }: IndexDocument): string {
  if (description.includes(summary)) return description
  return summary.includes(description) ? summary : `${summary}\n${description}`
}

function attributeTexts({ attributes }: IndexDocument): string[] {
  return attributes.flatMap(({ name, value }) => {
    if (typeof value === 'string') return [value]
    return value === true ? [name] : []
  })
}

// A code is found as it is written and without what stands between its parts.
function codeWords(sku: string): string[] {
  const parts = wordsOf(sku)
  return parts.length < 2 ? parts : [...parts, parts.join('').slice(0, 60)]
}
