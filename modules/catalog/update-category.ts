import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import { auditedCategory, checkParent, type CategoryInput, readPicture } from './category-fields.ts'
import { viewCategory } from './category-view.ts'
import type { CatalogDeps } from './deps.ts'
import type { Picture } from './domain/product.ts'
import {
  type CategoryFields,
  type CategoryRow,
  findCategory,
  lockTree,
  updateCategoryRow,
} from './store/categories.ts'
import { keepFormerCategorySlug } from './store/former-slugs.ts'
import { findProductsBelow, writeListingsBelow } from './store/listings.ts'
import { tellListings } from './tell-listings.ts'

/** Changes the given fields of a category. Moved, it takes along what lies below it and what is in it. */
export const updateCategory =
  (deps: CatalogDeps): Handler<Catalog, 'updateCategory'> =>
  async ({ category_id, ...input }, context) => {
    const picture = await readPicture(deps, context, input)
    try {
      return await deps.db.tx(async (tx) => {
        await lockTree(tx)
        const before = await findCategory(tx, category_id)
        if (before === null) throw context.fail('NOT_FOUND')
        const fields = changedFields(before, input, picture)
        if (fields.parent_id !== before.parent_id) await checkParent(tx, context, fields.parent_id, before)
        const after = await writeCategory(tx, before, fields, context.now())
        await tellListings(deps, tx, await findProductsBelow(tx, category_id))
        await deps.audit.record(tx, context, {
          action: 'catalog.category-updated',
          subject_type: 'category',
          subject_id: before.id,
          before: auditedCategory(before),
          after: auditedCategory(after),
        })
        return viewCategory(after)
      })
    } catch (error) {
      if (isUniqueViolation(error, 'categories_slug')) throw context.fail('CATALOG_SLUG_TAKEN')
      throw error
    }
  }

async function writeCategory(
  tx: Tx,
  before: CategoryRow,
  fields: CategoryFields,
  now: Date,
): Promise<CategoryRow> {
  await updateCategoryRow(tx, before.id, fields, now)
  if (fields.slug !== before.slug) await keepFormerCategorySlug(tx, before.id, before.slug, fields.slug, now)
  if (fields.parent_id !== before.parent_id) await writeListingsBelow(tx, before.id)
  const after = await findCategory(tx, before.id)
  if (after === null) throw new Error('A category is gone while the tree is locked.')
  return after
}

function changedFields(
  before: CategoryRow,
  input: CategoryInput,
  picture: Picture | null | undefined,
): CategoryFields {
  return {
    name: input.name ?? before.name,
    slug: input.slug ?? before.slug,
    description: input.description ?? before.description,
    position: input.position ?? before.position,
    parent_id: input.parent_id === undefined ? before.parent_id : (input.parent_id?.toLowerCase() ?? null),
    seo_title: input.seo_title ?? before.seo_title,
    seo_description: input.seo_description ?? before.seo_description,
    picture: picture === undefined ? before.picture : picture,
  }
}
