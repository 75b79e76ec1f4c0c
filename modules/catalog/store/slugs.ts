import type { Queryable } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

/** Product addresses, present and former, that are `base` or begin with `base-`; at most a thousand of each. */
export async function productSlugsLike(db: Queryable, base: string): Promise<Set<string>> {
  const rows = await db.many<{ slug: string }>(sql`
    (SELECT slug FROM catalog.products
      WHERE slug = ${base} OR (slug > ${`${base}-`} AND slug < ${`${base}.`}) LIMIT 1000)
    UNION ALL
    (SELECT slug FROM catalog.former_slugs
      WHERE kind = 'product' AND (slug = ${base} OR (slug > ${`${base}-`} AND slug < ${`${base}.`})) LIMIT 1000)`)
  return new Set(rows.map((row) => row.slug))
}

/** Which of these addresses products have. */
export async function takenProductSlugs(db: Queryable, slugs: readonly string[]): Promise<Set<string>> {
  const rows = await db.many<{ slug: string }>(
    sql`SELECT slug FROM catalog.products WHERE slug = ANY(${slugs}::text[])`,
  )
  return new Set(rows.map((row) => row.slug))
}

/** Category addresses, present and former, that are `base` or begin with `base-`. */
export async function categorySlugsLike(db: Queryable, base: string): Promise<Set<string>> {
  const rows = await db.many<{ slug: string }>(sql`
    SELECT slug FROM catalog.categories WHERE slug = ${base} OR starts_with(slug, ${`${base}-`})
    UNION ALL
    SELECT slug FROM catalog.former_slugs
    WHERE kind = 'category' AND (slug = ${base} OR starts_with(slug, ${`${base}-`}))`)
  return new Set(rows.map((row) => row.slug))
}
