import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ErrorCodeOf, ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { CatalogDeps } from './deps.ts'
import type { Picture } from './domain/product.ts'
import { findPictures } from './find-pictures.ts'
import { type CategoryRow, findCategory, heightOf } from './store/categories.ts'

export type CategoryContext = HandlerContext<ErrorCodeOf<Catalog, 'createCategory'>>
export type CategoryInput = Omit<ParsedInputOf<Catalog, 'updateCategory'>, 'category_id'>

const MAX_DEPTH = 12

/** The picture an input names; undefined when it says nothing of one. */
export async function readPicture(
  deps: CatalogDeps,
  context: CategoryContext,
  { picture_id }: CategoryInput,
): Promise<Picture | null | undefined> {
  if (picture_id === undefined || picture_id === null) return picture_id
  const pictures = await findPictures(deps, context, [{ id: picture_id }])
  const [picture] = pictures ?? []
  if (picture === undefined) throw context.fail('CATALOG_PICTURE_UNKNOWN')
  return picture
}

/** Refuses a parent that does not exist, lies in or below the category itself, or would make the tree too deep. */
export async function checkParent(
  tx: Tx,
  context: HandlerContext<'CATALOG_CATEGORY_UNKNOWN' | 'CATALOG_CATEGORY_CYCLE'>,
  parentId: string | null,
  moved: CategoryRow | null,
): Promise<void> {
  if (parentId === null) return
  const parent = await findCategory(tx, parentId)
  if (parent === null) throw context.fail('CATALOG_CATEGORY_UNKNOWN')
  if (moved !== null && parent.path.includes(moved.id)) throw context.fail('CATALOG_CATEGORY_CYCLE')
  const height = moved === null ? 1 : await heightOf(tx, moved.id)
  if (parent.path.length + height > MAX_DEPTH) {
    const message = `Categories can be ${MAX_DEPTH} levels deep.`
    throw context.fail('VALIDATION_FAILED', { errors: [{ path: 'parent_id', message }] })
  }
}

/** What an audit entry keeps of a category. */
export function auditedCategory({ name, slug, parent_id, position }: CategoryRow) {
  return { name, slug, parent_id, position }
}
