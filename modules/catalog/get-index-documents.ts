import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { filterValues } from './domain/attributes.ts'
import { findIndexDocuments, findIndexDocumentsAfter } from './store/index-documents.ts'

/** Published products as the search takes them in: those named, or the next ones by id. */
export const getIndexDocuments =
  (deps: CatalogDeps): Handler<Catalog, 'getIndexDocuments'> =>
  async (input) => {
    const rows =
      'product_ids' in input
        ? await findIndexDocuments(deps.db, input.product_ids)
        : await findIndexDocumentsAfter(deps.db, input.after, input.limit)
    return {
      documents: rows.map(({ attributes, ...row }) => ({
        ...row,
        attributes: attributes.map(({ key, name, value }) => ({ key, name, value })),
        filters: filterValues(attributes),
      })),
    }
  }
