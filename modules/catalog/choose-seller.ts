import { ownerOf } from '@rampart/platform/contract/owner.ts'
import type { CatalogDeps } from './deps.ts'
import type { SaveContext } from './read-variants.ts'
import { takeUpSellerNames } from './take-up-seller-names.ts'

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
  if (owner !== null && wanted !== undefined)
    throw context.fail('VALIDATION_FAILED', {
      errors: [{ path: 'seller_id', message: 'Your products are yours; leave this out.' }],
    })
  const chosen = owner ?? wanted
  if (chosen === undefined || chosen === null) return chosen
  const { sellers } = await deps.clients.identity.findSellers(context, { account_ids: [chosen] })
  if (sellers.length === 0 && owner === null) throw context.fail('CATALOG_SELLER_UNKNOWN')
  await takeUpSellerNames(deps, sellers)
  return chosen
}
