import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'

/** Sellers to whom a product can be given. */
export const listSellers =
  (deps: CatalogDeps): Handler<Catalog, 'listSellers'> =>
  async (_input, context) => {
    const { sellers } = await deps.clients.identity.findSellers(context, {})
    return { items: sellers }
  }
