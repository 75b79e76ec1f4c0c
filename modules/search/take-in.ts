import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import type { SearchDeps } from './deps.ts'
import { tally, wordStatistics } from './domain/build-statistics.ts'
import { impactsOf } from './domain/impact.ts'
import type { IndexDocument } from './domain/index-document.ts'
import { indexFields } from './domain/index-fields.ts'
import { phraseTally } from './domain/phrases.ts'
import { queueBuild } from './queue.ts'
import { deleteDocuments, insertDocuments, insertPostings, type Posting } from './store/entries.ts'
import {
  addTouched,
  countPending,
  findPending,
  markFailed,
  type Pending,
  takePending,
} from './store/pending.ts'
import { holdLiveSlot, noteChange, type Slot } from './store/state.ts'
import { deleteDeadPhrases, ensureTerms, findStatistics, insertPhrases } from './store/terms.ts'

const BATCH = 100
/** With more than so many, building anew is faster than taking in one by one. */
const MANY = 2_000

/** How long a product that could not be taken in rests before it is tried again. */
const REST_MS = 600_000

/** What failed before this moment is tried again. */
export function triedBefore(now: Date): Date {
  return new Date(now.getTime() - REST_MS)
}

/** Brings the entries of products that changed up to what the catalogue says now. */
export async function takeIn(deps: SearchDeps, call: CallContext): Promise<void> {
  if ((await countPending(deps.db, MANY + 1)) > MANY) {
    await deps.db.tx((tx) => queueBuild(deps, tx))
    return
  }
  for (;;) {
    const read = await findPending(deps.db, BATCH, triedBefore(deps.clock()))
    if (read.length === 0) return
    const { documents } = await deps.clients.catalog.getIndexDocuments(call, {
      product_ids: read.map((row) => row.product_id),
    })
    await take(deps, read, documents).catch((error: unknown) => takeOneByOne(deps, read, documents, error))
    if (read.length < BATCH) return
  }
}

async function take(
  deps: SearchDeps,
  read: readonly Pending[],
  documents: readonly IndexDocument[],
): Promise<void> {
  await deps.db.tx(async (tx) => {
    const { slot, building } = await holdLiveSlot(tx)
    const taken = await takePending(tx, read)
    if (taken.length === 0) return
    const mine = new Set(taken)
    const words = await deleteDocuments(tx, slot, taken)
    await writeEntries(
      tx,
      slot,
      documents.filter((document) => mine.has(document.product_id)),
    )
    await deleteDeadPhrases(tx, slot, words)
    if (building) await addTouched(tx, taken)
    await noteChange(tx, deps.clock())
  })
}

// One product that cannot be taken in keeps no other from it.
async function takeOneByOne(
  deps: SearchDeps,
  read: readonly Pending[],
  documents: readonly IndexDocument[],
  error: unknown,
): Promise<void> {
  deps.log.warn('products could not be taken in together', { products: read.length, error })
  for (const row of read)
    await take(deps, [row], documents).catch(async (reason: unknown) => {
      deps.log.error('a product could not be taken in', { product_id: row.product_id, error: reason })
      await markFailed(deps.db, row, deps.clock())
    })
}

/** The job. */
export const takeInJob =
  (deps: SearchDeps): JobHandler =>
  (_payload, { call }) =>
    takeIn(deps, call)

async function writeEntries(tx: Tx, slot: Slot, documents: readonly IndexDocument[]): Promise<void> {
  if (documents.length === 0) return
  const numbers = await insertDocuments(tx, slot, documents)
  const entries = documents.map((document) => ({ document, fields: indexFields(document) }))
  const words = new Set(entries.flatMap(({ fields }) => Object.values(fields).flat()))
  const terms = await ensureTerms(tx, slot, [...words].sort())
  const statistics = await findStatistics(tx, slot, tally().statistics())
  const phrases = phraseTally()
  const postings: Posting[] = []
  for (const { document, fields } of entries) {
    phrases.add(document)
    const doc_no = numbers.get(document.product_id)
    const impacts = impactsOf(fields, statistics, (word) => {
      const term = terms.get(word)
      return term && wordStatistics(term.documents, term.field_documents)
    })
    for (const [word, impact] of impacts) {
      const term_id = terms.get(word)?.id
      if (term_id !== undefined && doc_no !== undefined) postings.push({ term_id, doc_no, ...impact })
    }
  }
  await insertPostings(tx, slot, postings)
  await insertPhrases(tx, slot, phrases.rows())
}
