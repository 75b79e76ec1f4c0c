import type { Queryable, Tx } from '@rampart/platform/db/db.ts'
import { type Sql, sql } from '@rampart/platform/db/sql.ts'
import type { Picture } from '../domain/product.ts'
import type { CategoryRef } from '../product-view.ts'
import { categoryId } from './category-id.ts'
import { forgetFormerSlugs } from './former-slugs.ts'

export type CategoryRow = {
  id: string
  parent_id: string | null
  slug: string
  name: string
  description: string
  position: number
  picture: Picture | null
  seo_title: string
  seo_description: string
  path: string[]
  breadcrumb: CategoryRef[]
  product_count: number
}

export type CategoryFields = Pick<
  CategoryRow,
  'parent_id' | 'slug' | 'name' | 'description' | 'position' | 'picture' | 'seo_title' | 'seo_description'
>

const columns = sql`
  SELECT c.id, c.parent_id, c.slug, c.name, c.description, c.position, c.picture, c.seo_title, c.seo_description,
    c.path, c.breadcrumb, coalesce(n.published, 0) AS product_count
  FROM catalog.categories AS c LEFT JOIN catalog.listing_counts AS n ON n.category_id = c.id`

/** Every category, siblings in their order. */
export async function allCategories(db: Queryable): Promise<CategoryRow[]> {
  return db.many<CategoryRow>(sql`${columns} ORDER BY c.position, c.name, c.id`)
}

/** A category named by id or slug, and all below it, siblings in their order. */
export async function categoriesBelow(db: Queryable, category: string): Promise<CategoryRow[]> {
  return db.many<CategoryRow>(
    sql`${columns} WHERE ${categoryId(category)} = ANY(c.path) ORDER BY c.position, c.name, c.id`,
  )
}

/** One category; null when there is none. */
export async function findCategory(db: Queryable, id: string): Promise<CategoryRow | null> {
  return db.maybe<CategoryRow>(sql`${columns} WHERE c.id = ${id}`)
}

/** Names of categories, by id. */
export async function categoryNames(
  db: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db.many<{ id: string; name: string }>(
    sql`SELECT id, name FROM catalog.categories WHERE id = ANY(${ids}::uuid[])`,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Holds a category where it is in the tree until the transaction ends. False when there is none. */
export async function lockCategory(tx: Tx, id: string): Promise<boolean> {
  return (await lockCategories(tx, [id])) === 1
}

/** The same for several; answers how many there are. */
export async function lockCategories(tx: Tx, ids: readonly string[]): Promise<number> {
  return tx.run(sql`SELECT FROM catalog.categories WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR SHARE`)
}

/** A number of ours in the space of advisory locks. */
const TREE_LOCK = 7_236_101

/** Lets one transaction at a time change the shape of the tree: that is what keeps it free of cycles. */
export async function lockTree(tx: Tx): Promise<void> {
  await tx.run(sql`SELECT pg_advisory_xact_lock(${TREE_LOCK})`)
}

/** Adds a category below its parent. The tree must be locked and the parent exist. */
export async function insertCategory(tx: Tx, id: string, fields: CategoryFields, now: Date): Promise<void> {
  await tx.run(sql`
    INSERT INTO catalog.categories
      (id, parent_id, slug, name, description, position, picture, seo_title, seo_description, path, breadcrumb,
        created_at, updated_at)
    VALUES (${id}, ${fields.parent_id}, ${fields.slug}, ${fields.name}, ${fields.description}, ${fields.position},
      ${jsonOrNull(fields.picture)}, ${fields.seo_title}, ${fields.seo_description}, ARRAY[${id}::uuid], '[]',
      ${now}, ${now})`)
  await forgetFormerSlugs(tx, 'category', [fields.slug])
  await refreshPaths(tx, id)
}

/** Writes a category's fields. The tree must be locked, and the parent not lie below it. */
export async function updateCategoryRow(
  tx: Tx,
  id: string,
  fields: CategoryFields,
  now: Date,
): Promise<void> {
  await tx.run(sql`
    UPDATE catalog.categories SET parent_id = ${fields.parent_id}, slug = ${fields.slug}, name = ${fields.name},
      description = ${fields.description}, position = ${fields.position}, picture = ${jsonOrNull(fields.picture)},
      seo_title = ${fields.seo_title}, seo_description = ${fields.seo_description}, updated_at = ${now}
    WHERE id = ${id}`)
  await refreshPaths(tx, id)
}

/**
 * Lets categories stand below a parent in this order. The tree must be locked; `arrived` is the one of them that came
 * from elsewhere and takes along what lies below it; null: none.
 */
export async function placeCategories(
  tx: Tx,
  parentId: string | null,
  ids: readonly string[],
  now: Date,
  arrived: string | null,
): Promise<void> {
  await tx.run(sql`
    UPDATE catalog.categories AS c SET parent_id = ${parentId}, position = placed.position, updated_at = ${now}
    FROM (
      SELECT id, (place - 1)::integer AS position FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS r (id, place)
    ) AS placed
    WHERE c.id = placed.id AND (c.position <> placed.position OR c.id = ${arrived})`)
  if (arrived !== null) await refreshPaths(tx, arrived)
}

/** How many levels the tree has from this category down, itself included. */
export async function heightOf(tx: Tx, id: string): Promise<number> {
  const row = await tx.one<{ height: number }>(sql`
    SELECT max(cardinality(below.path) - cardinality(c.path) + 1) AS height
    FROM catalog.categories AS c JOIN catalog.categories AS below ON c.id = ANY(below.path)
    WHERE c.id = ${id}`)
  return row.height
}

/** Removes a category that has nothing in it; archived products do not count and lose it. False when it is not empty. */
export async function deleteEmptyCategory(tx: Tx, id: string): Promise<boolean> {
  await tx.run(
    sql`UPDATE catalog.products SET category_id = NULL WHERE category_id = ${id} AND status = 'archived'`,
  )
  const removed = await tx.run(sql`
    DELETE FROM catalog.categories AS c
    WHERE c.id = ${id}
      AND NOT EXISTS (SELECT FROM catalog.categories WHERE parent_id = c.id)
      AND NOT EXISTS (SELECT FROM catalog.products WHERE category_id = c.id)`)
  if (removed === 1) await tx.run(sql`DELETE FROM catalog.listing_counts WHERE category_id = ${id}`)
  return removed === 1
}

// What lies below is renamed and moved along.
async function refreshPaths(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    WITH RECURSIVE tree AS (
      SELECT c.id, array_append(coalesce(parent.path, '{}'), c.id) AS path,
        coalesce(parent.breadcrumb, '[]') || ${ref('c')} AS breadcrumb
      FROM catalog.categories AS c LEFT JOIN catalog.categories AS parent ON parent.id = c.parent_id
      WHERE c.id = ${id}
      UNION ALL
      SELECT child.id, array_append(tree.path, child.id), tree.breadcrumb || ${ref('child')}
      FROM catalog.categories AS child JOIN tree ON child.parent_id = tree.id
    )
    UPDATE catalog.categories AS c SET path = tree.path, breadcrumb = tree.breadcrumb
    FROM tree
    WHERE c.id = tree.id AND (c.path, c.breadcrumb) IS DISTINCT FROM (tree.path, tree.breadcrumb)`)
}

function ref(alias: 'c' | 'child'): Sql {
  return alias === 'c'
    ? sql`jsonb_build_array(jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name))`
    : sql`jsonb_build_array(jsonb_build_object('id', child.id, 'slug', child.slug, 'name', child.name))`
}

function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}
