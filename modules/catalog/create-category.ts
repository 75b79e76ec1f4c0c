import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import { auditedCategory, checkParent, readPicture } from './category-fields.ts'
import { viewCategory } from './category-view.ts'
import type { CatalogDeps } from './deps.ts'
import { freeSlug, slugFrom } from './domain/slug.ts'
import { findCategory, insertCategory, lockTree } from './store/categories.ts'
import { categorySlugsLike } from './store/slugs.ts'

/** Adds a category. Its address is made from its name unless given. */
export const createCategory =
  (deps: CatalogDeps): Handler<Catalog, 'createCategory'> =>
  async (input, context) => {
    const picture = (await readPicture(deps, context, input)) ?? null
    const { name, description = '', parent_id = null, position = 0 } = input
    const { seo_title = '', seo_description = '' } = input
    const id = newId()
    const base = slugFrom(name, `c-${id.slice(-12)}`)
    try {
      return await deps.db.tx(async (tx) => {
        await lockTree(tx)
        await checkParent(tx, context, parent_id, null)
        const slug = input.slug ?? freeSlug(base, await categorySlugsLike(tx, base))
        await insertCategory(
          tx,
          id,
          { parent_id, slug, name, description, position, picture, seo_title, seo_description },
          context.now(),
        )
        const row = await findCategory(tx, id)
        if (row === null) throw new Error('A category that was just added is gone.')
        await deps.audit.record(tx, context, {
          action: 'catalog.category-created',
          subject_type: 'category',
          subject_id: id,
          after: auditedCategory(row),
        })
        return viewCategory(row)
      })
    } catch (error) {
      if (isUniqueViolation(error, 'categories_slug')) throw context.fail('CATALOG_SLUG_TAKEN')
      throw error
    }
  }
