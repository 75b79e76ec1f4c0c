import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from '../deps.ts'
import { beginTransfer } from './begin-transfer.ts'

/** Has products written to a file. */
export const createExport =
  (deps: CatalogDeps): Handler<Catalog, 'createExport'> =>
  ({ format, filter }, context) =>
    beginTransfer(deps, context, {
      kind: 'export',
      format,
      packed: false,
      state: 'queued',
      phase: 'write',
      file_name: `products-${context.now().toISOString().slice(0, 10)}.${format}`,
      size: 0,
      filter: Object.fromEntries(Object.entries(filter ?? {}).filter(([, value]) => value !== undefined)),
    })
