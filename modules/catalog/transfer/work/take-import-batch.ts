import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Handler, HandlerContext } from '@rampart/platform/contract/handler.ts'
import type { Tx } from '@rampart/platform/db/db.ts'
import type { CatalogDeps } from '../../deps.ts'
import { describeFor, type KnownPictures } from '../../find-pictures.ts'
import { type ImportPlan, planImport } from '../../plan-import.ts'
import { insertRows, KEPT_ROWS } from '../../store/transfer-rows.ts'
import { changeTransfer, findTransfer, type TransferRow } from '../../store/transfers.ts'
import { tellStockNow } from '../../tell-stock.ts'
import { writePlan } from '../../write-import.ts'
import { againWhenTaken } from '../again-when-taken.ts'
import { viewTransfer } from '../transfer-view.ts'
import { holdWork } from './hold-work.ts'
import { outcomesOf } from './outcomes.ts'

type Batch = ParsedInputOf<Catalog, 'takeImportBatch'>
type Context = HandlerContext<'CATALOG_TRANSFER_LOST'>

/** Ends the transaction of a check without a trace. */
class Unwritten extends Error {
  readonly outcomes: Awaited<ReturnType<typeof outcomesOf>>

  constructor(outcomes: Unwritten['outcomes']) {
    super('A check writes nothing.')
    this.outcomes = outcomes
  }
}

/**
 * Does a stretch of an import. What is written, what is told of it and how far it is stands or falls together: a
 * process that ends at any moment has either done these records, or has not begun them.
 */
export const takeImportBatch =
  (deps: CatalogDeps): Handler<Catalog, 'takeImportBatch'> =>
  async (batch, context) => {
    const transfer = await findTransfer(deps.db, batch.transfer_id, null)
    if (transfer === null) throw context.fail('CATALOG_TRANSFER_LOST')
    const wanted = batch.rows.flatMap((row) => row.pictures ?? [])
    const pictures = await describeFor(deps, context, transfer.seller_id, wanted)
    const plan = (tx: Tx, row: TransferRow): Promise<ImportPlan> =>
      planBatch(deps, tx, context, row, batch, pictures)
    if (transfer.phase === 'check') return check(deps, context, batch, plan)
    const { after, initial } = await againWhenTaken(() =>
      deps.db.tx(async (tx) => {
        const row = await holdBatch(tx, batch, context)
        const planned = await plan(tx, row)
        await writePlan(deps, tx, context, planned, row.id)
        const outcomes = await outcomesOf(tx, batch, planned)
        return { after: await note(tx, row, batch, outcomes, context), initial: planned.initial }
      }),
    )
    await tellStockNow(deps, context, [...initial.keys()])
    return viewTransfer(after)
  }

type Plan = (tx: Tx, row: TransferRow) => Promise<ImportPlan>

async function check(deps: CatalogDeps, context: Context, batch: Batch, plan: Plan) {
  const look = (): Promise<Unwritten['outcomes']> =>
    deps.db
      .tx(async (tx): Promise<never> => {
        const row = await holdBatch(tx, batch, context)
        throw new Unwritten(await outcomesOf(tx, batch, await plan(tx, row)))
      })
      .catch((error: unknown) => {
        if (error instanceof Unwritten) return error.outcomes
        throw error
      })
  const outcomes = await againWhenTaken(look)
  return deps.db.tx(async (tx) => {
    const row = await holdBatch(tx, batch, context)
    return viewTransfer(await note(tx, row, batch, outcomes, context))
  })
}

/** Holds the transfer, for the worker that knows how far it is. */
async function holdBatch(tx: Tx, batch: Batch, context: Context): Promise<TransferRow> {
  const row = await holdWork(tx, batch, context)
  if (row.kind !== 'import' || row.records !== batch.from) throw context.fail('CATALOG_TRANSFER_LOST')
  return row
}

function planBatch(
  deps: CatalogDeps,
  tx: Tx,
  context: Context,
  { seller_id: owner }: TransferRow,
  { rows }: Batch,
  pictures: KnownPictures,
): Promise<ImportPlan> {
  const { shop_currency: currency, shop_currencies: currencies } = deps.settings
  return planImport(tx, rows, { pictures, currency, currencies, owner, now: context.now() })
}

async function note(
  tx: Tx,
  row: TransferRow,
  { records }: Batch,
  outcomes: Unwritten['outcomes'],
  context: Context,
): Promise<TransferRow> {
  const counts = {
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    refused: row.refused,
  }
  const kept = outcomes.filter(({ outcome }) => {
    counts[outcome] += 1
    return counts[outcome] <= KEPT_ROWS
  })
  await insertRows(tx, row.id, kept)
  const now = context.now()
  const change = { ...counts, records: row.records + records, worker_seen_at: now, claims: 0 }
  return changeTransfer(tx, row.id, change, now)
}
