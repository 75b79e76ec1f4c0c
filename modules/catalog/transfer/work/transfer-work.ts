import type { CatalogDeps } from '../../deps.ts'
import { claimTransfer } from './claim-transfer.ts'
import { describeImport } from './describe-import.ts'
import { finishTransfer } from './finish-transfer.ts'
import { readImportPart } from './read-import-part.ts'
import { takeImportBatch } from './take-import-batch.ts'
import { keepExportPart, listExportAttributes, readExportPlace } from './write-export.ts'

/** What those who carry out imports and exports are answered by. */
export const transferWork = (deps: CatalogDeps) => ({
  claimTransfer: claimTransfer(deps),
  readImportPart: readImportPart(deps),
  describeImport: describeImport(deps),
  takeImportBatch: takeImportBatch(deps),
  readExportPlace: readExportPlace(deps),
  listExportAttributes: listExportAttributes(deps),
  keepExportPart: keepExportPart(deps),
  finishTransfer: finishTransfer(deps),
})
