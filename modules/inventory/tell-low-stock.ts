import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { InventoryDeps } from './deps.ts'
import { hasNews, type LowRow, takeNews } from './store/low-stock-news.ts'

/** Lines of one report at most. */
const SHOWN = 20

/**
 * Reports what fell low since the last time: a seller their own, what is the shop's to all who may change its stock.
 * One report each, so that a busy hour is one mail.
 */
export const tellLowStock =
  (deps: InventoryDeps) =>
  async ({ call }: JobContext): Promise<void> => {
    if (!(await hasNews(deps.db))) return
    const { account_ids: keepers } = await deps.clients.access.listHolders(call, {
      permission: 'inventory:write',
    })
    await deps.db.tx(async (tx) => {
      for (const [account_id, rows] of reportsOf(await takeNews(tx), keepers)) {
        const items = rows.slice(0, SHOWN).map(({ seller_id: _seller, ...item }) => item)
        await deps.outbox.add(tx, 'inventory.low-stock-reported.v1', {
          account_id,
          items,
          total: rows.length,
        })
      }
    })
  }

function reportsOf(rows: readonly LowRow[], keepers: readonly string[]): ReadonlyMap<string, LowRow[]> {
  const reports = new Map<string, LowRow[]>()
  for (const row of rows)
    for (const account of row.seller_id === null ? keepers : [row.seller_id])
      reports.set(account, [...(reports.get(account) ?? []), row])
  return reports
}
