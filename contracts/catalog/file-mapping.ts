import { z } from 'zod'

const Column = z.string().min(1).max(200)

const AttributeType = z.enum(['text', 'number', 'boolean', 'auto'])

const CategoryRule = z.strictObject({
  /** Where the words are looked for. */
  column: Column,
  /** Words or phrases, in any case; one of them is enough. */
  any: z.array(z.string().min(1).max(200)).min(1).max(500).optional(),
  /** Without words: whatever the column holds. The value itself can stand in the path as {value}. */
  path: z.array(z.string().min(1).max(200)).min(1).max(6),
})

const PriceColumn = z.strictObject({ column: Column, unit: z.enum(['decimal', 'minor']) })

/** Which column of a file holds what. A column that the file lacks is as good as empty. */
export const FileMapping = z.strictObject({
  name: Column,
  /** Column, or a text with columns in braces: `ICE-{id}`. */
  sku: z.string().min(1).max(200),
  price: PriceColumn,
  compare_at_price: PriceColumn.optional(),
  slug: Column.optional(),
  brand: Column.optional(),
  summary: Column.optional(),
  description: Column.optional(),
  /** The name of a product type. */
  type: Column.optional(),
  seo_title: Column.optional(),
  seo_description: Column.optional(),
  /** Tags, with commas between them. */
  tags: Column.optional(),
  status: z.enum(['draft', 'published', 'archived']).default('published'),
  /** Pieces of variants that are new; those the shop has keep their stock. */
  quantity: z
    .strictObject({ column: Column.optional(), default: z.int().min(0).max(1_000_000) })
    .default({ default: 0 }),
  category: z
    .union([
      z.strictObject({ column: Column, separator: z.string().min(1).max(10).default('>') }),
      z.strictObject({
        rules: z.array(CategoryRule).max(500),
        fallback: z.array(z.string().min(1).max(200)).max(6).optional(),
      }),
    ])
    .optional(),
  attributes: z
    .strictObject({
      columns: z
        .record(
          z.string().max(200),
          z.strictObject({ name: z.string().min(1).max(80), type: AttributeType.default('auto') }),
        )
        .default({}),
      prefixes: z
        .array(z.strictObject({ prefix: z.string().min(1).max(80), type: AttributeType }))
        .max(50)
        .default([]),
      /** Names for people, by the column without its prefix; others are made from the column. */
      names: z.record(z.string().max(200), z.string().min(1).max(80)).default({}),
      ignore: z.array(z.string().max(200)).max(2_000).default([]),
    })
    .default({ columns: {}, prefixes: [], names: {}, ignore: [] }),
})

/** What a column can be taken for without a person's saying so. */
export const FIELDS = [
  'name',
  'sku',
  'price',
  'compare_at_price',
  'quantity',
  'category',
  'brand',
  'summary',
  'description',
  'slug',
  'type',
  'tags',
  'seo_title',
  'seo_description',
] as const
