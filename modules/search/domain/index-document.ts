import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'

/** A published product as the catalogue hands it to the index. */
export type IndexDocument = OutputOf<Catalog, 'getIndexDocuments'>['documents'][number]
