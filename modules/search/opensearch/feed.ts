import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import type { SearchDeps } from '../deps.ts'
import type { IndexStatistics } from '../domain/impact.ts'
import type { IndexDocument } from '../domain/index-document.ts'
import { failOpenSearchPending, findOpenSearchPending, takeOpenSearchPending } from '../store/opensearch.ts'
import type { Pending } from '../store/pending.ts'
import { type BulkItem, type Json, SearchAwayError } from './cluster.ts'
import { indexRecord } from './index-record.ts'
import type { OpenSearch } from './open-search.ts'

const BATCH = 100
/** How long a product that OpenSearch refuses rests before it is tried again. */
const REST_MS = 600_000
const CONFLICT = 409
const MISSING = 404

/** What OpenSearch refused before this moment is tried again. */
export function triedBefore(now: Date): Date {
  return new Date(now.getTime() - REST_MS)
}

/** Brings what OpenSearch has of products that changed up to what the catalogue says now. */
export async function feed(deps: SearchDeps, openSearch: OpenSearch, call: CallContext): Promise<void> {
  for (;;) {
    const read = await findOpenSearchPending(deps.db, BATCH, triedBefore(deps.clock()))
    if (read.length === 0) return
    const { documents } = await deps.clients.catalog.getIndexDocuments(call, {
      product_ids: read.map((row) => row.product_id),
    })
    const indexes = await openSearch.cluster.indexes(openSearch.pattern)
    const refused = new Map<string, string>()
    // The new index first: should it become the live one in between, the second writing finds it there.
    for (const alias of [openSearch.next, openSearch.live]) {
      const index = indexes.find(({ aliases }) => aliases.includes(alias))
      if (index === undefined) continue
      const lines = linesOf(read, documents, index.meta['statistics'] as IndexStatistics)
      for (const { id, reason } of (await openSearch.cluster.bulk(alias, lines, true)).filter(isRefused))
        refused.set(id, reason ?? '')
    }
    const failed = read.filter(({ product_id }) => refused.has(product_id))
    for (const [product_id, reason] of refused)
      deps.log.error('OpenSearch refuses a product', { product_id, reason })
    await failOpenSearchPending(deps.db, failed, deps.clock())
    await takeOpenSearchPending(
      deps.db,
      read.filter((row) => !failed.includes(row)),
    )
    if (read.length < BATCH) return
  }
}

/** The job. While OpenSearch is away, what changed waits; somebody looks every minute whether it is back. */
export const feedJob =
  (deps: SearchDeps, openSearch: OpenSearch): JobHandler =>
  async (_payload, { call }) => {
    await feed(deps, openSearch, call).catch((error: unknown) => {
      if (!(error instanceof SearchAwayError)) throw error
      deps.log.warn('OpenSearch is away: what changed waits', { reason: error.message })
    })
  }

// Numbers only grow: a late writing of what is old loses against what is newer.
function linesOf(
  read: readonly Pending[],
  documents: readonly IndexDocument[],
  statistics: IndexStatistics,
): Json[] {
  const byId = new Map(documents.map((document) => [document.product_id, document]))
  return read.flatMap(({ product_id, seq }) => {
    const document = byId.get(product_id)
    const version = { _id: product_id, version: seq, version_type: 'external_gte' }
    if (document === undefined) return [{ delete: version }]
    return [{ index: version }, indexRecord(document, statistics)]
  })
}

function isRefused({ status }: BulkItem): boolean {
  return status >= 400 && status !== CONFLICT && status !== MISSING
}
