import process from 'node:process'
import { orders } from '@rampart/contracts/orders.ts'
import { loadConfig } from '@rampart/platform/config/config.ts'
import { environment } from '@rampart/platform/config/environment.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { importOrders, type OrdersSummary } from '../orders-import/import-orders.ts'
import { readIn } from './read-in.ts'

export type ImportOrdersFileOptions = { readonly mapping?: string; readonly dryRun?: true }

/** `rampart orders import`: orders of another shop, as history. Status 1 when lines could not be read or it was stopped. */
export async function importOrdersFile(file: string, options: ImportOrdersFileOptions): Promise<void> {
  const config = loadConfig(environment())
  const summary = await readIn([file, options.mapping], (runtime, { bar, onReject, signal }) => {
    const desk = client(orders, runtime.assembly.linkTo('orders'), 'cli')
    return importOrders({
      file,
      mapping: options.mapping,
      dryRun: options.dryRun === true,
      dataDir: config.data_dir,
      currency: config.shop_currency,
      importLines: (batch) => desk.importPastLines(backgroundContext(newId(), 120_000), batch),
      onProgress: ({ lines, added, ...bytes }) =>
        bar.show({ ...bytes, records: lines, created: added, updated: 0, failed: 0 }),
      onReject,
      signal,
    })
  })
  process.stdout.write(report(summary, options.dryRun === true))
  if (summary.unreadable > 0 || !summary.finished) process.exitCode = 1
}

const flawNames: Readonly<Record<OrdersSummary['flaws'][number][0], string>> = {
  cancellation: 'cancellations',
  negative_quantity: 'negative quantities, not cancellations',
  zero_quantity: 'quantities of zero',
  zero_price: 'prices of zero',
  negative_price: 'negative prices',
  no_customer: 'without a customer (counted as sold)',
  no_name: 'without a name (counted as sold)',
  no_article: 'no articles: postage, fees, corrections',
  repeated: 'repeated in the same invoice',
}

function report(summary: OrdersSummary, dryRun: boolean): string {
  const { lines, added, known, unreadable, flaws, sold, rejects_file, finished, source } = summary
  const first = dryRun
    ? `Checked ${String(lines)} lines; nothing was kept.`
    : `${String(lines)} lines: ${String(added)} added as history of "${source}", ${String(known)} were there already.`
  const kinds = flaws.map(([flaw, count]) => `  ${String(count).padStart(9)}  ${flawNames[flaw]}`)
  const rest = [
    `${String(sold)} lines count as sold. Dirty lines by kind (a line may be of several):`,
    ...kinds,
    `  ${String(unreadable).padStart(9)}  unreadable${rejects_file === null ? '' : `; they stand in ${rejects_file}`}`,
    ...(finished ? [] : ['It was stopped; the same command goes on.']),
  ]
  return `${[first, ...rest].join('\n')}\n`
}
