import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from '../deps.ts'
import { beginTransfer } from './begin-transfer.ts'

/** Announces a file, whose bytes follow. */
export const createImport =
  (deps: CatalogDeps): Handler<Catalog, 'createImport'> =>
  ({ file_name, size }, context) =>
    beginTransfer(deps, context, {
      kind: 'import',
      format: /\.csv(\.gz)?$/i.test(file_name) ? 'csv' : 'jsonl',
      packed: /\.gz$/i.test(file_name),
      state: 'uploading',
      phase: 'check',
      file_name,
      size,
      filter: null,
    })
