import type { Search } from '@rampart/contracts/search.ts'
import type { RawOutputOf } from '@rampart/platform/contract/define-contract.ts'
import type { CallContext } from '@rampart/platform/contract/call-context.ts'
import type { Handler, Implementation } from '@rampart/platform/contract/handler.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { isUniqueViolation } from '@rampart/platform/db/pg-error.ts'
import type { SearchDeps } from '../deps.ts'
import { wordsOf } from '../domain/words.ts'
import {
  deletePinRow,
  findPins,
  insertPin,
  lockPin,
  type PinFields,
  type PinRow,
  updatePinRow,
} from '../store/pins.ts'

type Operations = Pick<Implementation<Search>, 'listPins' | 'createPin' | 'updatePin' | 'deletePin'>
type PinView = RawOutputOf<Search, 'createPin'>

/** The operations on products that are shown first to who asks a certain question. */
export const pinOperations = (deps: SearchDeps): Operations => ({
  listPins: async ({ q, page, page_size }, context) => {
    const part = wordsOf(q ?? '').join(' ')
    const window = { limit: page_size, offset: (page - 1) * page_size }
    const { items, total } = await findPins(deps.db, part === '' ? null : part, window)
    return { items: await viewPins(deps, context, items), page, page_size, total }
  },
  createPin: createPin(deps),
  updatePin: updatePin(deps),
  deletePin: deletePin(deps),
})

const createPin =
  (deps: SearchDeps): Handler<Search, 'createPin'> =>
  async (input, context) => {
    const fields = readFields(input)
    if (fields === null) throw context.fail('SEARCH_NO_QUESTION')
    const row = await deps.db.tx(async (tx) => {
      const made = await insertPin(tx, newId(), fields, context.now())
      if (made === null) throw context.fail('SEARCH_PIN_TAKEN')
      await deps.audit.record(tx, context, {
        action: 'search.pin-created',
        subject_type: 'search_pin',
        subject_id: made.id,
        after: auditedPin(made),
      })
      return made
    })
    return await viewPin(deps, context, row)
  }

const updatePin =
  (deps: SearchDeps): Handler<Search, 'updatePin'> =>
  async ({ pin_id, ...input }, context) => {
    const fields = readFields(input)
    if (fields === null) throw context.fail('SEARCH_NO_QUESTION')
    try {
      const row = await deps.db.tx(async (tx) => {
        const before = await lockPin(tx, pin_id)
        if (before === null) throw context.fail('NOT_FOUND')
        const after = await updatePinRow(tx, pin_id, fields, context.now())
        await deps.audit.record(tx, context, {
          action: 'search.pin-updated',
          subject_type: 'search_pin',
          subject_id: after.id,
          before: auditedPin(before),
          after: auditedPin(after),
        })
        return after
      })
      return await viewPin(deps, context, row)
    } catch (error) {
      if (isUniqueViolation(error, 'pins_question')) throw context.fail('SEARCH_PIN_TAKEN')
      throw error
    }
  }

const deletePin =
  (deps: SearchDeps): Handler<Search, 'deletePin'> =>
  async ({ pin_id }, context) => {
    await deps.db.tx(async (tx) => {
      const before = await deletePinRow(tx, pin_id)
      if (before === null) throw context.fail('NOT_FOUND')
      await deps.audit.record(tx, context, {
        action: 'search.pin-deleted',
        subject_type: 'search_pin',
        subject_id: before.id,
        before: auditedPin(before),
      })
    })
    return null
  }

function readFields(input: { question: string; product_ids: readonly string[] }): PinFields | null {
  const question = wordsOf(input.question).join(' ')
  return question === '' ? null : { question, product_ids: [...new Set(input.product_ids)] }
}

function auditedPin({ question, product_ids }: PinRow) {
  return { question, product_ids }
}

async function viewPin(deps: SearchDeps, context: CallContext, row: PinRow): Promise<PinView> {
  const { product_ids } = row
  const { items } = await deps.clients.catalog.getCards(context, { product_ids })
  return pinView(row, new Map(items.map((card) => [card.id, card.name])))
}

// A page of pins may hold more products than one call answers.
async function viewPins(deps: SearchDeps, context: CallContext, rows: readonly PinRow[]): Promise<PinView[]> {
  const ids = [...new Set(rows.flatMap(({ product_ids }) => product_ids))]
  const names = new Map<string, string>()
  for (let start = 0; start < ids.length; start += 100) {
    const product_ids = ids.slice(start, start + 100)
    const { items } = await deps.clients.catalog.getCards(context, { product_ids })
    for (const card of items) names.set(card.id, card.name)
  }
  return rows.map((row) => pinView(row, names))
}

function pinView(row: PinRow, names: ReadonlyMap<string, string>): PinView {
  const products = row.product_ids.flatMap((id) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ id, name }]
  })
  return { ...row, products }
}
