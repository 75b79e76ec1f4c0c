import { headText, jsonLines, sheetText } from '../catalog-export/sheet-text.ts'
import { attributeColumn, heading } from '../catalog-export/sheet.ts'
import type { Transfer, Work } from './work.ts'

/** Writes the file of an export, part by part, from where it stands. */
export async function runExport(work: Work, { id, format }: Transfer): Promise<void> {
  const { shelves, worker, context, batch: limit } = work
  const transfer_id = id
  let { heading: columns, parts, after } = await shelves.readExportPlace(context(), { transfer_id })
  if (format === 'csv' && columns === null) {
    columns = await columnsOf(work, transfer_id)
    const bytes = new Uint8Array(Buffer.from(headText(columns)))
    const head = { part: parts, bytes, products: 0, after: null, last: false, heading: columns }
    await shelves.keepExportPart(context(), { transfer_id, worker, ...head })
    parts += 1
  }
  for (let last = false; !last; parts += 1) {
    const place = { transfer_id, limit, ...(after === null ? {} : { after }) }
    const { rows, next } = await shelves.exportProducts(context(), place)
    const text = format === 'csv' ? sheetText(rows, columns ?? []) : jsonLines(rows)
    const bytes = new Uint8Array(Buffer.from(text))
    const products = rows.length
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
