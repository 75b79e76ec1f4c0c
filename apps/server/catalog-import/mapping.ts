import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { FileMapping } from '@rampart/contracts/catalog/file-mapping.ts'

export type Mapping = z.output<typeof FileMapping>

/** The columns of a file that comes without a mapping. */
const PLAIN = {
  name: 'name',
  sku: 'sku',
  price: { column: 'price', unit: 'decimal' },
  compare_at_price: { column: 'compare_at_price', unit: 'decimal' },
  slug: 'slug',
  brand: 'brand',
  summary: 'summary',
  description: 'description',
  type: 'type',
  seo_title: 'seo_title',
  seo_description: 'seo_description',
  tags: 'tags',
  quantity: { column: 'quantity', default: 0 },
  category: { column: 'category' },
  attributes: { prefixes: [{ prefix: 'attribute:', type: 'auto' }] },
} as const

/** A mapping file as it was read: its text is part of what identifies an import. */
export type ReadMapping = { readonly text: string; readonly mapping: Mapping }

/**
 * Reads a mapping file; without one, columns have the names of the fields.
 * @throws an Error with a sentence for a person when the file is no mapping
 */
export async function readMapping(path: string | undefined): Promise<ReadMapping> {
  if (path === undefined) return { text: '', mapping: FileMapping.parse(PLAIN) }
  const text = await readFile(path, 'utf8')
  const parsed = FileMapping.safeParse(parseJson(path, text))
  if (parsed.success) return { text, mapping: parsed.data }
  const [issue] = parsed.error.issues
  throw new Error(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not a mapping'}`)
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${path}: this is not JSON.`)
  }
}
