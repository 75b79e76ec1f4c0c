import type { HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { Product } from '../domain/product.ts'
import { misfit, withUnits } from '../domain/product-type.ts'
import { holdTypes } from '../store/product-types.ts'

type TypeContext = HandlerContext<'CATALOG_TYPE_UNKNOWN' | 'CATALOG_ATTRIBUTES_UNFIT'>

/** Products as they are written, their attributes with the units of their types. Refuses what does not fit its type. */
export async function checkTypes<P extends Product>(
  tx: Tx,
  products: readonly P[],
  context: TypeContext,
): Promise<P[]> {
  const types = await holdTypes(tx, [...new Set(products.flatMap(({ type_id }) => type_id ?? []))])
  return products.map((product) => {
    if (product.type_id === null) return product
    const type = types.get(product.type_id)
    if (type === undefined) throw context.fail('CATALOG_TYPE_UNKNOWN')
    const wrong = misfit(product, type)
    if (wrong !== null)
      throw context.fail('CATALOG_ATTRIBUTES_UNFIT', { message: `${product.name}: ${wrong}` })
    return { ...product, attributes: withUnits(product.attributes, type) }
  })
}
