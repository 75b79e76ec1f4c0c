import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Client } from '@rampart/platform/contract/client.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'

export type Transfer = OutputOf<Catalog, 'getTransfer'>

/** What a transfer is carried out with. */
export type Work = {
  readonly shelves: Client<Catalog>
  readonly worker: string
  /** The shop's currency, ISO 4217, and the others it sells in. */
  readonly currency: string
  readonly otherCurrencies: readonly string[]
  /** For a call: each has its own time. */
  readonly context: () => CallContext
  /** Records or products that are done at once. */
  readonly batch: number
  /** Records that a file may hold. */
  readonly maxRecords: number
}
