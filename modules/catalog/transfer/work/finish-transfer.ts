import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from '../../deps.ts'
import { endTransfer } from './end-transfer.ts'
import { holdWork } from './hold-work.ts'

/** Ends a phase, well or with a problem. */
export const finishTransfer =
  (deps: CatalogDeps): Handler<Catalog, 'finishTransfer'> =>
  async ({ problem, problem_line, ...work }, context) => {
    await deps.db.tx(async (tx) => {
      const row = await holdWork(tx, work, context)
      await endTransfer(deps, tx, context, row, problem === undefined ? undefined : { problem, problem_line })
    })
    return null
  }
