import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ErrorCodeOf, ParsedInputOf, RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import type { CatalogDeps } from '../deps.ts'
import { isSoundType } from '../domain/product-type.ts'
import { findProductsOfType } from '../store/listings.ts'
import { findProductType, writeProductType } from '../store/product-types.ts'
import { tellListings } from '../tell-listings.ts'
import { readTypeAttributes, viewType } from './type-view.ts'

type Context = HandlerContext<ErrorCodeOf<Catalog, 'createProductType'>>
type Input = ParsedInputOf<Catalog, 'createProductType'>

/** Adds a product type. */
export const createProductType =
  (deps: CatalogDeps): Handler<Catalog, 'createProductType'> =>
  (input, context) =>
    save(deps, context, null, input)

/** Replaces a product type; products that do not fit it any more stay as they are until they are saved. */
export const updateProductType =
  (deps: CatalogDeps): Handler<Catalog, 'updateProductType'> =>
  ({ type_id, ...input }, context) =>
    save(deps, context, type_id, input)

async function save(
  deps: CatalogDeps,
  context: Context,
  known: string | null,
  { name, attributes }: Input,
): Promise<RawOutputOf<Catalog, 'createProductType'>> {
  const wanted = readTypeAttributes(attributes)
  if (!isSoundType(wanted)) throw context.fail('CATALOG_BAD_TYPE')
  try {
    return await deps.db.tx(async (tx) => {
      const before = known === null ? null : await findProductType(tx, known)
      if (known !== null && before === null) throw context.fail('NOT_FOUND')
      const id = known ?? newId()
      await writeProductType(tx, { id, name, attributes: wanted }, context.now())
      if (before !== null && before.name !== name)
        await tellListings(deps, tx, await findProductsOfType(tx, id))
      const after = { id, name, attributes: wanted, product_count: before?.product_count ?? 0 }
      await deps.audit.record(tx, context, {
        action: before === null ? 'catalog.product-type-created' : 'catalog.product-type-updated',
        subject_type: 'product_type',
        subject_id: id,
        before: before === null ? null : { name: before.name, attributes: before.attributes },
        after: { name, attributes: wanted },
      })
      return viewType(after)
    })
  } catch (error) {
    if (isUniqueViolation(error, 'product_types_name')) throw context.fail('CATALOG_TYPE_NAME_TAKEN')
    throw error
  }
}
