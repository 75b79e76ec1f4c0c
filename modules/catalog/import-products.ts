import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { CatalogDeps } from './deps.ts'
import { describeFor } from './find-pictures.ts'
import { planImport } from './plan-import.ts'
import { tellStockNow } from './tell-stock.ts'
import { againWhenTaken } from './transfer/again-when-taken.ts'
import { writePlan } from './write-import.ts'

/** Adds or updates products by SKU, all rows of a call in one transaction; rows that cannot be taken are told of. */
export const importProducts =
  (deps: CatalogDeps): Handler<Catalog, 'importProducts'> =>
  async ({ rows }, context) => {
    const wanted = rows.flatMap((row) => row.pictures ?? [])
    const pictures = await describeFor(deps, context, null, wanted)
    const { shop_currency: currency, shop_currencies: currencies } = deps.settings
    const plan = await againWhenTaken(() =>
      deps.db.tx(async (tx) => {
        const around = { pictures, currency, currencies, owner: null, now: context.now() }
        const made = await planImport(tx, rows, around)
        await writePlan(deps, tx, context, made)
        return made
      }),
    )
    await tellStockNow(deps, context, [...plan.initial.keys()])
    const { created, updated, failed } = plan
    return { created, updated, failed: failed.map(({ line, reason }) => ({ line, reason })) }
  }
