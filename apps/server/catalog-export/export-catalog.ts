import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { attributeColumns, currenciesIn, type ExportRow, heading } from './sheet.ts'
import { headText, jsonLine, sheetText } from './sheet-text.ts'

type Page = OutputOf<Catalog, 'exportProducts'>

export type ExportCatalogOptions = {
  /** Ends in .csv or .jsonl, with .gz if it is to be packed. */
  readonly file: string
  /** A page of products, from behind the id that the page before named. */
  readonly page: (after: string | null) => Promise<Page>
  /** Currencies beside the shop's own that it sells in: each has its columns. */
  readonly currencies?: readonly string[]
  readonly onProgress?: (products: number) => void
}

/**
 * Writes all products to a file, whole or not at all, and answers how many there are. A sheet is read twice: its
 * heading names the attributes of all.
 */
export async function exportCatalog({
  file,
  page,
  currencies = [],
  onProgress,
}: ExportCatalogOptions): Promise<number> {
  let products = 0
  async function* counted(): AsyncGenerator<ExportRow[]> {
    for await (const rows of pages(page)) {
      products += rows.length
      yield rows
      onProgress?.(products)
    }
  }
  const isCsv = /\.csv(\.gz)?$/i.test(file)
  const text = isCsv ? csvText(await columnsOf(page, currencies), counted()) : jsonText(counted())
  const building = `${file}.building`
  const packing = file.toLowerCase().endsWith('.gz') ? [createGzip()] : []
  try {
    await pipeline([Readable.from(text), ...packing, createWriteStream(building, { mode: 0o640 })])
    await rename(building, file)
  } catch (error) {
    await rm(building, { force: true })
    throw error
  }
  return products
}

async function* pages(page: ExportCatalogOptions['page']): AsyncGenerator<ExportRow[]> {
  let after: string | null = null
  do {
    const { rows, next }: Page = await page(after)
    yield rows
    after = next
  } while (after !== null)
}

async function columnsOf(page: ExportCatalogOptions['page'], sold: readonly string[]): Promise<string[]> {
  const [attributes, currencies] = [new Set<string>(), new Set(sold)]
  for await (const rows of pages(page)) {
    for (const column of attributeColumns(rows)) attributes.add(column)
    for (const currency of currenciesIn(rows)) currencies.add(currency)
  }
  return heading(attributes, currencies)
}

async function* csvText(columns: string[], rows: AsyncIterable<ExportRow[]>): AsyncGenerator<string> {
  yield headText(columns)
  for await (const page of rows) for (const row of page) yield sheetText(row, columns)
}

async function* jsonText(rows: AsyncIterable<ExportRow[]>): AsyncGenerator<string> {
  for await (const page of rows) for (const row of page) yield jsonLine(row)
}
