import process from 'node:process'
import { catalog } from '@rampart/contracts/catalog.ts'
import { loadConfig } from '@rampart/platform/config/config.ts'
import { environment } from '@rampart/platform/config/environment.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { importCatalog, type ImportSummary } from '../catalog-import/import-catalog.ts'
import { readIn } from './read-in.ts'

export type ImportCatalogOptions = {
  readonly mapping?: string
  readonly dryRun?: true
  readonly restart?: true
}

/** `rampart catalog import`: products from a file, by SKU. Status 1 when rows were refused or it was stopped. */
export async function importCatalogFile(file: string, options: ImportCatalogOptions): Promise<void> {
  const config = loadConfig(environment())
  const summary = await readIn([file, options.mapping], (runtime, { bar, onReject, signal }) => {
    const shelves = client(catalog, runtime.assembly.linkTo('catalog'), 'cli')
    return importCatalog({
      file,
      mapping: options.mapping,
      dryRun: options.dryRun === true,
      resume: options.restart !== true,
      dataDir: config.data_dir,
      currency: config.shop_currency,
      importProducts: (rows) => shelves.importProducts(backgroundContext(newId(), 120_000), { rows }),
      onProgress: (progress) => bar.show(progress),
      onReject,
      signal,
    })
  })
  process.stdout.write(`${sentence(summary, options.dryRun === true)}\n`)
  if (summary.failed > 0 || !summary.finished) process.exitCode = 1
}

function sentence(summary: ImportSummary, dryRun: boolean): string {
  const { records, created, updated, failed, resumed_from, rejects_file, finished } = summary
  const parts = [
    dryRun
      ? `Checked ${String(records)} rows; nothing was changed.`
      : `${String(records)} rows: ${String(created)} new, ${String(updated)} updated, ${String(records - created - updated - failed)} as they were.`,
  ]
  if (resumed_from > 0) parts.push(`${String(resumed_from)} of them were done by an earlier run.`)
  if (failed > 0)
    parts.push(
      `${String(failed)} were refused${rejects_file === null ? '.' : `; they stand in ${rejects_file}.`}`,
    )
  if (!finished) parts.push('It was stopped; the same command goes on from here.')
  return parts.join(' ')
}
