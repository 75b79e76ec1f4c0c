import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const Column = z.string().min(1)

const AttributeType = z.enum(['text', 'number', 'boolean', 'auto'])

const CategoryRule = z.strictObject({
  /** Where the words are looked for. */
  column: Column,
  /** Words or phrases, in any case; one of them is enough. */
  any: z.array(z.string().min(1)).min(1).optional(),
  /** Without words: whatever the column holds. The value itself can stand in the path as {value}. */
  path: z.array(z.string().min(1)).min(1).max(6),
})

/** Which column of a file holds what. A column that the file lacks is as good as empty. */
export const Mapping = z.strictObject({
  name: Column,
  /** Column, or a text with columns in braces: `ICE-{id}`. */
  sku: z.string().min(1),
  price: z.strictObject({ column: Column, unit: z.enum(['decimal', 'minor']) }),
  compare_at_price: z.strictObject({ column: Column, unit: z.enum(['decimal', 'minor']) }).optional(),
  slug: Column.optional(),
  brand: Column.optional(),
  summary: Column.optional(),
  description: Column.optional(),
  status: z.enum(['draft', 'published', 'archived']).default('published'),
  /** Pieces of variants that are new; those the shop has keep their stock. */
  quantity: z.strictObject({ column: Column.optional(), default: z.int().min(0) }).default({ default: 0 }),
  category: z
    .union([
      z.strictObject({ column: Column, separator: z.string().min(1).default('>') }),
      z.strictObject({
        rules: z.array(CategoryRule).max(500),
        fallback: z.array(z.string().min(1)).max(6).optional(),
      }),
    ])
    .optional(),
  attributes: z
    .strictObject({
      columns: z
        .record(
          z.string(),
          z.strictObject({ name: z.string().min(1).max(80), type: AttributeType.default('auto') }),
        )
        .default({}),
      prefixes: z.array(z.strictObject({ prefix: z.string().min(1), type: AttributeType })).default([]),
      /** Names for people, by the column without its prefix; others are made from the column. */
      names: z.record(z.string(), z.string().min(1).max(80)).default({}),
      ignore: z.array(z.string()).default([]),
    })
    .default({ columns: {}, prefixes: [], names: {}, ignore: [] }),
})

export type Mapping = z.output<typeof Mapping>

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
  if (path === undefined) return { text: '', mapping: Mapping.parse(PLAIN) }
  const text = await readFile(path, 'utf8')
  const parsed = Mapping.safeParse(parseJson(path, text))
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
