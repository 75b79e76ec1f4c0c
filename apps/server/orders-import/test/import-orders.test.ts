import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { importOrders, type ImportOrdersOptions } from '../import-orders.ts'
import type { PastLine } from '../map-line.ts'

const HEAD = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n'
const mapping = new URL('../online-retail.mapping.json', import.meta.url).pathname

let folder: string
let kept: Map<string, PastLine>
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orders-import-'))
  kept = new Map()
})
afterEach(() => rm(folder, { recursive: true }))

async function run(rows: string, more: Partial<ImportOrdersOptions> = {}) {
  const file = join(folder, 'orders.csv')
  await writeFile(file, HEAD + rows)
  return importOrders({
    ...{ file, mapping, dryRun: false, dataDir: folder, currency: 'USD' },
    importLines: async ({ source, lines }) => {
      const fresh = lines.filter(({ line }) => !kept.has(`${source} ${line}`))
      for (const line of fresh) kept.set(`${source} ${line.line}`, line)
      return { added: fresh.length }
    },
    ...more,
  })
}

test('dirty lines are kept with what is wrong with them, and counted by kind', async () => {
  const summary = await run(
    [
      '536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom',
      '536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom',
      'C536379,85123A,HOLDER,-1,2010-12-01 09:41:00,2.55,17850.0,United Kingdom',
      '536414,22139,,56,2010-12-01 11:52:00,0.0,,United Kingdom',
      '536589,21777,,-10,2010-12-01 16:50:00,0.0,,United Kingdom',
      '536370,POST,POSTAGE,3,2010-12-01 08:45:00,18.0,12583.0,France',
      'A563187,85123A,Adjust,1,2011-08-12 14:52:00,-11062.06,,United Kingdom',
    ].join('\n'),
  )
  expect(Object.fromEntries(summary.flaws)).toEqual({
    ...{ repeated: 1, cancellation: 1, no_name: 2, zero_price: 2, no_customer: 3, negative_quantity: 1 },
    ...{ no_article: 1, negative_price: 1 },
  })
  expect(summary).toMatchObject({
    lines: 7,
    added: 7,
    sold: 1,
    unreadable: 0,
    finished: true,
    rejects_file: null,
  })
  expect([...kept.values()][0]).toEqual({
    ...{ line: 2, invoice: '536365', sku: '85123A', name: 'HOLDER', quantity: 6, price_milli: 2_550 },
    ...{ customer: '17850', country: 'United Kingdom', bought_at: '2010-12-01T08:26:00.000Z', flaws: [] },
  })
})

test('unreadable lines stand in a file with their reason, and do not stop the rest', async () => {
  const told: string[] = []
  const rows =
    '1,A,a,x,2010-12-01,1,1,DE\n2,B,b,1,yesterday,1,1,DE\n3,12345,c,1,2010-12-01,1,1,DE\n,D,d,1,2010-12-01,1,1,DE\n'
  const summary = await run(rows, { onReject: ({ line, reason }) => told.push(`${line} ${reason}`) })
  expect(summary).toMatchObject({ lines: 4, added: 1, unreadable: 3 })
  expect(told).toEqual([
    '2 The quantity "x" is no whole number.',
    '3 The date "yesterday" is none.',
    '5 There is no invoice number.',
  ])
  expect((await readFile(summary.rejects_file ?? '', 'utf8')).trim().split('\n')).toHaveLength(3)
})

test('again, or after it was stopped, what is there is left and the rest is added', async () => {
  const rows = Array.from({ length: 12_000 }, (_, n) => `${n},12345,a,1,2010-12-01,1,1,DE`).join('\n')
  const stop = new AbortController()
  const first = await run(rows, { signal: stop.signal, onProgress: () => stop.abort() })
  expect(first).toMatchObject({ added: 5_000, finished: false })
  expect(await run(rows)).toMatchObject({ added: 7_000, known: 5_000, finished: true })
  expect(await run(rows)).toMatchObject({ added: 0, known: 12_000 })
})

test('a dry run reports and keeps nothing', async () => {
  expect(await run('1,12345,a,1,2010-12-01,1,1,DE\n', { dryRun: true })).toMatchObject({
    lines: 1,
    added: 0,
    sold: 1,
  })
  expect(kept.size).toBe(0)
})
