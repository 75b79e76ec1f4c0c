import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from './deps.ts'
import type { SaveContext } from './read-variants.ts'

/**
 * Whose a product shall be: what sellers make is theirs, and they have no say in it; others may name a seller who can
 * sign in, or the shop (null). Undefined: nothing was said.
 */
export async function chooseSeller(
  deps: CatalogDeps,
  context: SaveContext,
  wanted: string | null | undefined,
): Promise<string | null | undefined> {
  const owner = ownerOf(context)
  if (owner !== null) {
    if (wanted === undefined) return owner
    throw context.fail('VALIDATION_FAILED', {
      errors: [{ path: 'seller_id', message: 'Your products are yours; leave this out.' }],
    })
  }
  if (wanted === undefined || wanted === null) return wanted
  const { sellers } = await deps.clients.identity.findSellers(context, { account_ids: [wanted] })
  if (sellers.length === 0) throw context.fail('CATALOG_SELLER_UNKNOWN')
  return sellers[0]?.id
}
