import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { JobHandler } from '@rampart/platform/jobs/jobs.ts'
import { catalogPages } from './catalog-pages.ts'
import type { SearchDeps } from './deps.ts'
import { tally, wordStatistics } from './domain/build-statistics.ts'
import { impactsOf } from './domain/impact.ts'
import type { IndexDocument } from './domain/index-document.ts'
import { indexFields } from './domain/index-fields.ts'
import { phraseTally } from './domain/phrases.ts'
import { insertDocuments, insertPostings, type Posting } from './store/entries.ts'
import { claimBuild, dropClaim, findIndexState, noteProgress, type Slot, swap } from './store/state.ts'
import { insertPhrases, insertTerms, type StoredTerm, writeStatistics } from './store/terms.ts'
import { queueTakingIn } from './queue.ts'

const TERMS = 5_000
/** A building writes every few seconds; one that does not for so long has died with its process. */
export const STALE_SECONDS = 120

/**
 * Builds the index anew beside the one that answers, and lets them change places. Reads the catalogue twice: the weight
 * of a word depends on all documents. Answers false when somebody else is at it.
 */
export async function buildIndex(deps: SearchDeps, call: CallContext): Promise<boolean> {
  const since = deps.clock()
  const claim = await deps.db.tx((tx) => claimBuild(tx, since, STALE_SECONDS))
  if (claim === null) return false
  try {
    await fill(deps, call, claim.slot, since)
    return await deps.db.tx(async (tx) => {
      if (!(await swap(tx, claim.slot, since, claim.upTo, deps.clock()))) return false
      await queueTakingIn(deps, tx)
      return true
    })
  } catch (error) {
    await dropClaim(deps.db, since, deps.clock())
    throw error
  }
}

/** The job. */
export const buildIndexJob =
  (deps: SearchDeps): JobHandler =>
  async (_payload, { call }) => {
    await buildIndex(deps, call)
  }

async function fill(deps: SearchDeps, call: CallContext, slot: Slot, since: Date): Promise<void> {
  const figures = tally()
  const phrases = phraseTally()
  const numbers = new Map<string, number>()
  // The catalogue is about as large as it was; reading it takes half of the time, weighing its words the other half.
  const { documents: known } = await findIndexState(deps.db, since)
  for await (const documents of catalogPages(deps, call)) {
    const read = numbers.size + documents.length
    await advance(deps, since, (50 * read) / Math.max(known, read))
    for (const [id, number] of await insertDocuments(deps.db, slot, documents)) numbers.set(id, number)
    for (const document of documents) {
      figures.add(indexFields(document))
      phrases.add(document)
    }
  }
  const terms = await writeTerms(deps, slot, figures.words())
  const statistics = figures.statistics()
  await writeStatistics(deps.db, slot, statistics)
  const rows = phrases.rows()
  for (let start = 0; start < rows.length; start += TERMS)
    await insertPhrases(deps.db, slot, rows.slice(start, start + TERMS))
  let weighed = 0
  for await (const documents of catalogPages(deps, call)) {
    weighed += documents.length
    await advance(deps, since, 50 + (50 * weighed) / Math.max(numbers.size, weighed))
    await insertPostings(deps.db, slot, postingsOf(documents, numbers, terms, statistics))
  }
}

async function advance(deps: SearchDeps, since: Date, percent: number): Promise<void> {
  if (!(await noteProgress(deps.db, since, percent, deps.clock())))
    throw new Error('Another build of the index took over.')
}

async function writeTerms(
  deps: SearchDeps,
  slot: Slot,
  words: Omit<StoredTerm, 'id'>[],
): Promise<Map<string, StoredTerm>> {
  const terms = new Map<string, StoredTerm>()
  for (let start = 0; start < words.length; start += TERMS) {
    const some = words.slice(start, start + TERMS)
    const ids = new Map((await insertTerms(deps.db, slot, some)).map(({ id, term }) => [term, id]))
    for (const word of some) terms.set(word.term, { ...word, id: ids.get(word.term) ?? 0 })
  }
  return terms
}

function postingsOf(
  documents: readonly IndexDocument[],
  numbers: ReadonlyMap<string, number>,
  terms: ReadonlyMap<string, StoredTerm>,
  statistics: Parameters<typeof impactsOf>[1],
): Posting[] {
  return documents.flatMap((document) => {
    const doc_no = numbers.get(document.product_id)
    if (doc_no === undefined) return []
    const impacts = impactsOf(indexFields(document), statistics, (word) => {
      const term = terms.get(word)
      return term && wordStatistics(term.documents, term.field_documents)
    })
    // What came into the catalogue between the two readings is taken in after the swap.
    return [...impacts].flatMap(([word, impact]) => {
      const term = terms.get(word)
      return term === undefined ? [] : [{ term_id: term.id, doc_no, ...impact }]
    })
  })
}
