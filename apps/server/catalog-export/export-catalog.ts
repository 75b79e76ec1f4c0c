import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { stringify } from 'csv-stringify/sync'
import type { Catalog } from '@rampart/contracts/catalog.ts'
import type { OutputOf } from '@rampart/platform/contract/define-contract.ts'
import { attributeColumns, type ExportRow, heading, JSON_FORMAT, sheetLines } from './sheet.ts'

type Page = OutputOf<Catalog, 'exportProducts'>

export type ExportCatalogOptions = {
  /** Ends in .csv or .jsonl, with .gz if it is to be packed. */
  readonly file: string
  /** A page of products, from behind the id that the page before named. */
  readonly page: (after: string | null) => Promise<Page>
  readonly onProgress?: (products: number) => void
}

/**
 * Writes all products to a file, whole or not at all, and answers how many there are. A sheet is read twice: its
 * heading names the attributes of all.
 */
export async function exportCatalog({ file, page, onProgress }: ExportCatalogOptions): Promise<number> {
  let products = 0
  async function* counted(): AsyncGenerator<ExportRow[]> {
    for await (const rows of pages(page)) {
      products += rows.length
      yield rows
      onProgress?.(products)
    }
  }
  const isCsv = /\.csv(\.gz)?$/i.test(file)
  const text = isCsv ? csvText(await columnsOf(page), counted()) : jsonText(counted())
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

async function columnsOf(page: ExportCatalogOptions['page']): Promise<string[]> {
  const attributes = new Set<string>()
  for await (const rows of pages(page)) for (const column of attributeColumns(rows)) attributes.add(column)
  return heading(attributes)
}

async function* csvText(columns: string[], rows: AsyncIterable<ExportRow[]>): AsyncGenerator<string> {
  // The mark at the start tells spreadsheets that it is UTF-8.
  yield `\ufeff${stringify([columns])}`
  // A product that came in between may have an attribute that no column stands for: it waits for the next export.
  for await (const page of rows) yield stringify(page.flatMap(sheetLines), { columns })
}

async function* jsonText(rows: AsyncIterable<ExportRow[]>): AsyncGenerator<string> {
  for await (const page of rows)
    yield page.map((row) => `${JSON.stringify({ format: JSON_FORMAT, ...row })}\n`).join('')
}
