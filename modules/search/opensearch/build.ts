import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import { catalogPages } from '../catalog-pages.ts'
import type { SearchDeps } from '../deps.ts'
import { tally } from '../domain/build-statistics.ts'
import type { IndexStatistics } from '../domain/impact.ts'
import type { IndexDocument } from '../domain/index-document.ts'
import { indexFields } from '../domain/index-fields.ts'
import { queueFeed } from '../queue.ts'
import {
  claimOpenSearchBuild,
  dropOpenSearchClaim,
  holdsOpenSearchClaim,
  noteOpenSearchBuilt,
} from '../store/opensearch.ts'
import { type BulkItem, type Json, SearchAwayError } from './cluster.ts'
import { indexRecord } from './index-record.ts'
import { indexSettings } from './index-settings.ts'
import type { OpenSearch } from './open-search.ts'

const STALE_SECONDS = 3_600
const CONFLICT = 409

/**
 * Builds a new index beside the one that answers, and gives it the alias in one step. Reads the catalogue twice: what a
 * word counts depends on how long texts mostly are. Answers false when somebody else is at it.
 */
export async function buildOpenSearch(
  deps: SearchDeps,
  openSearch: OpenSearch,
  call: CallContext,
): Promise<boolean> {
  const since = deps.clock()
  const upTo = await deps.db.tx((tx) => claimOpenSearchBuild(tx, since, STALE_SECONDS))
  if (upTo === null) return false
  const name = openSearch.nameOf(since)
  try {
    await fill(deps, openSearch, call, name, since)
    await takeOver(openSearch, name)
    await deps.db.tx(async (tx) => {
      await noteOpenSearchBuilt(tx, since, upTo, deps.clock())
      await queueFeed(deps, tx)
    })
    return true
  } catch (error) {
    await dropOpenSearchClaim(deps.db, since)
    await openSearch.cluster.deleteIndex(name).catch(() => undefined)
    throw error
  }
}

/** The job. While OpenSearch is away nothing is built; somebody looks every minute whether it is back. */
export const buildOpenSearchJob =
  (deps: SearchDeps, openSearch: OpenSearch): JobHandler =>
  async (_payload, { call }) => {
    await buildOpenSearch(deps, openSearch, call).catch((error: unknown) => {
      if (!(error instanceof SearchAwayError)) throw error
      deps.log.warn('OpenSearch is away: no index is built', { reason: error.message })
    })
  }

async function fill(
  deps: SearchDeps,
  { cluster, live, next, pattern }: OpenSearch,
  call: CallContext,
  name: string,
  since: Date,
): Promise<void> {
  const figures = tally()
  for await (const documents of catalogPages(deps, call))
    for (const document of documents) figures.add(indexFields(document))
  const statistics = figures.statistics()
  // What a building left behind that broke off.
  const abandoned = (await cluster.indexes(pattern)).filter(({ aliases }) => !aliases.includes(live))
  await cluster.createIndex(name, indexSettings(await cluster.version(), { statistics }))
  await cluster.updateAliases([
    ...abandoned.map((index) => ({ remove_index: { index: index.name } })),
    { add: { index: name, alias: next } },
  ])
  for await (const documents of catalogPages(deps, call)) {
    if (!(await holdsOpenSearchClaim(deps.db, since)))
      throw new Error('Another build of the index took over.')
    const items = await cluster.bulk(next, linesOf(documents, statistics), false)
    for (const { id, reason } of items.filter(isRefused))
      deps.log.error('OpenSearch refuses a product', { product_id: id, reason })
  }
  await cluster.putSettings(name, { index: { refresh_interval: '1s' } })
  await cluster.refresh(name)
}

// Version 0: what a change wrote meanwhile is newer, whichever of the two comes first.
function linesOf(documents: readonly IndexDocument[], statistics: IndexStatistics): Json[] {
  return documents.flatMap((document) => [
    { index: { _id: document.product_id, version: 0, version_type: 'external_gte' } },
    indexRecord(document, statistics),
  ])
}

function isRefused({ status }: BulkItem): boolean {
  return status >= 400 && status !== CONFLICT
}

async function takeOver({ cluster, live, next, pattern }: OpenSearch, name: string): Promise<void> {
  const old = (await cluster.indexes(pattern)).filter((index) => index.name !== name)
  await cluster.updateAliases([
    { add: { index: name, alias: live } },
    { remove: { index: name, alias: next } },
    ...old.map((index) => ({ remove_index: { index: index.name } })),
  ])
}
