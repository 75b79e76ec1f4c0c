import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { sql } from '@rampart/platform/db/sql.ts'

type Addressed = { readonly id: string; readonly slug: string; readonly updated_at: string }

/**
 * Keeps the addresses that these products are about to leave, and forgets that those they come to led elsewhere. Called
 * before the products are written.
 */
export async function keepFormerSlugs(tx: Tx, products: readonly Addressed[]): Promise<void> {
  const records = products.map(({ id, slug, updated_at }) => ({ id, slug, updated_at }))
  await tx.run(sql`
    INSERT INTO catalog.former_slugs AS f (kind, slug, target_id, left_at)
    SELECT 'product', p.slug, p.id, r.updated_at
    FROM json_to_recordset(${JSON.stringify(records)}::json) AS r (id uuid, slug text, updated_at timestamptz)
      JOIN catalog.products AS p ON p.id = r.id AND p.slug <> r.slug
    ON CONFLICT (kind, slug) DO UPDATE SET (target_id, left_at) = (excluded.target_id, excluded.left_at)`)
  await forgetFormerSlugs(
    tx,
    'product',
    products.map(({ slug }) => slug),
  )
}

/** Keeps the address that a category has left. */
export async function keepFormerCategorySlug(
  tx: Tx,
  id: string,
  left: string,
  taken: string,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    INSERT INTO catalog.former_slugs (kind, slug, target_id, left_at) VALUES ('category', ${left}, ${id}, ${now})
    ON CONFLICT (kind, slug) DO UPDATE SET (target_id, left_at) = (excluded.target_id, excluded.left_at)`)
  await forgetFormerSlugs(tx, 'category', [taken])
}

/** Addresses that are in use now lead nowhere else. */
export async function forgetFormerSlugs(
  tx: Tx,
  kind: 'product' | 'category',
  slugs: readonly string[],
): Promise<void> {
  await tx.run(sql`DELETE FROM catalog.former_slugs WHERE kind = ${kind} AND slug = ANY(${slugs}::text[])`)
}

/** The present address of the published product that had this one before; null: none had it. */
export async function findMovedProduct(db: Queryable, slug: string): Promise<string | null> {
  const row = await db.maybe<{ slug: string }>(sql`
    SELECT p.slug FROM catalog.former_slugs AS f JOIN catalog.products AS p ON p.id = f.target_id
    WHERE f.kind = 'product' AND f.slug = ${slug} AND p.status = 'published'`)
  return row?.slug ?? null
}

/** The same for a category. */
export async function findMovedCategory(db: Queryable, slug: string): Promise<string | null> {
  const row = await db.maybe<{ slug: string }>(sql`
    SELECT c.slug FROM catalog.former_slugs AS f JOIN catalog.categories AS c ON c.id = f.target_id
    WHERE f.kind = 'category' AND f.slug = ${slug}`)
  return row?.slug ?? null
}
