import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from '../../deps.ts'
import { findPart } from '../../store/transfer-parts.ts'

/** A part of a file that is being imported. */
export const readImportPart =
  (deps: CatalogDeps): Handler<Catalog, 'readImportPart'> =>
  async ({ transfer_id, part }) => {
    const bytes = await findPart(deps.db, transfer_id, part)
    return { bytes: bytes === null ? null : new Uint8Array(bytes) }
  }
