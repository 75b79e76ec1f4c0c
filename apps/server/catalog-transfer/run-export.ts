import { headText, jsonLine, sheetText, textOfFirst } from '../catalog-export/sheet-text.ts'
import { attributeColumn, type ExportRow, heading } from '../catalog-export/sheet.ts'
import type { Transfer, Work } from './work.ts'

// Characters. A sheet of a large catalogue has thousands of columns, which every line writes.
const PART_LENGTH = 2_000_000

/** Writes the file of an export, part by part, from where it stands. */
export async function runExport(work: Work, { id, format }: Transfer): Promise<void> {
  const { shelves, worker, context, batch } = work
  const transfer_id = id
  let { heading: columns, parts, after } = await shelves.readExportPlace(context(), { transfer_id })
  if (format === 'csv' && columns === null) {
    columns = await columnsOf(work, transfer_id)
    const bytes = new Uint8Array(Buffer.from(headText(columns)))
    const head = { part: parts, bytes, products: 0, after: null, last: false, heading: columns }
    await shelves.keepExportPart(context(), { transfer_id, worker, ...head })
    parts += 1
  }
  const write = (row: ExportRow): string => (format === 'csv' ? sheetText(row, columns ?? []) : jsonLine(row))
  let limit = batch
  for (let last = false; !last;) {
    const place = { transfer_id, limit, ...(after === null ? {} : { after }) }
    const { rows, next } = await shelves.exportProducts(context(), place)
    const { text, products } = textOfFirst(rows, write, PART_LENGTH)
    if (products < rows.length) {
      // Fewer at once: a part ends with a product that the shop can go on behind.
      limit = products
      continue
    }
    const bytes = new Uint8Array(Buffer.from(text))
    // The last part and the end are one: whoever goes on after a crash writes no product twice.
    last = next === null
    await shelves.keepExportPart(context(), {
      transfer_id,
      worker,
      part: parts,
      bytes,
      products,
      after: next,
      last,
    })
    after = next
    parts += 1
    limit = Math.min(batch, limit * 2)
  }
}

async function columnsOf(
  { shelves, context, otherCurrencies }: Work,
  transfer_id: string,
): Promise<string[]> {
  const { attributes, currencies } = await shelves.listExportAttributes(context(), { transfer_id })
  return heading(
    attributes.map(({ name, type }) => attributeColumn(name, type)),
    new Set([...otherCurrencies, ...currencies]),
  )
}
