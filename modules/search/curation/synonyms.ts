import type { Search } from '@rampart/contracts/search.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext, Implementation } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import type { SearchDeps } from '../deps.ts'
import { wordsOf } from '../domain/words.ts'
import {
  deleteSynonymRow,
  findSynonyms,
  insertSynonym,
  lockSynonym,
  type SynonymFields,
  type SynonymRow,
  updateSynonymRow,
} from '../store/synonyms.ts'

type Operations = Pick<
  Implementation<Search>,
  'listSynonyms' | 'createSynonym' | 'updateSynonym' | 'deleteSynonym'
>

/** The operations on words and what they also mean. */
export const synonymOperations = (deps: SearchDeps): Operations => ({
  listSynonyms: async ({ q, page, page_size }) => {
    const start = wordsOf(q ?? '')[0] ?? null
    const window = { limit: page_size, offset: (page - 1) * page_size }
    const { items, total } = await findSynonyms(deps.db, start, window)
    return { items: items.map(viewSynonym), page, page_size, total }
  },
  createSynonym: createSynonym(deps),
  updateSynonym: updateSynonym(deps),
  deleteSynonym: deleteSynonym(deps),
})

const createSynonym =
  (deps: SearchDeps): Handler<Search, 'createSynonym'> =>
  async (input, context) => {
    const fields = readFields(input, context)
    return await deps.db.tx(async (tx) => {
      const row = await insertSynonym(tx, newId(), fields, context.now())
      if (row === null) throw context.fail('SEARCH_SYNONYM_TAKEN')
      await deps.audit.record(tx, context, {
        action: 'search.synonym-created',
        subject_type: 'synonym',
        subject_id: row.id,
        after: viewSynonym(row),
      })
      return viewSynonym(row)
    })
  }

const updateSynonym =
  (deps: SearchDeps): Handler<Search, 'updateSynonym'> =>
  async ({ synonym_id, ...input }, context) => {
    const fields = readFields(input, context)
    try {
      return await deps.db.tx(async (tx) => {
        const before = await lockSynonym(tx, synonym_id)
        if (before === null) throw context.fail('NOT_FOUND')
        const after = await updateSynonymRow(tx, synonym_id, fields, context.now())
        await deps.audit.record(tx, context, {
          action: 'search.synonym-updated',
          subject_type: 'synonym',
          subject_id: after.id,
          before: viewSynonym(before),
          after: viewSynonym(after),
        })
        return viewSynonym(after)
      })
    } catch (error) {
      if (isUniqueViolation(error, 'synonyms_word')) throw context.fail('SEARCH_SYNONYM_TAKEN')
      throw error
    }
  }

const deleteSynonym =
  (deps: SearchDeps): Handler<Search, 'deleteSynonym'> =>
  async ({ synonym_id }, context) => {
    await deps.db.tx(async (tx) => {
      const before = await deleteSynonymRow(tx, synonym_id)
      if (before === null) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: 'search.synonym-deleted',
        subject_type: 'synonym',
        subject_id: before.id,
        before: viewSynonym(before),
      })
    })
    return null
  }

// The index knows words without case, accents and plural, and one at a time.
function readFields(
  input: { word: string; meanings: readonly string[]; both_ways: boolean },
  context: HandlerContext<'SEARCH_ONE_WORD'>,
): SynonymFields {
  const [word, ...more] = wordsOf(input.word)
  const lists = input.meanings.map(wordsOf)
  if (word === undefined || more.length > 0 || lists.some((words) => words.length !== 1))
    throw context.fail('SEARCH_ONE_WORD')
  const meanings = [...new Set(lists.flat())].filter((meaning) => meaning !== word)
  if (meanings.length === 0) {
    const message = 'Name another word: a plural, or other letters for the same, is found anyway.'
    throw context.fail('VALIDATION_FAILED', { errors: [{ path: 'meanings', message }] })
  }
  return { word, meanings, both_ways: input.both_ways }
}

function viewSynonym({
  id,
  word,
  meanings,
  both_ways,
  updated_at,
}: SynonymRow): RawOutputOf<Search, 'createSynonym'> {
  return { id, word, meanings: [...meanings], both_ways, updated_at }
}
