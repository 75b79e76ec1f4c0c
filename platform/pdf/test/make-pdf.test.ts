import { expect, test } from 'vitest'
import { makePdf } from '../make-pdf.ts'
import { pdfPages, pdfText } from '../../testing/pdf-text.ts'

const options = { title: 'A list', language: 'en', made_at: new Date('2026-01-15T12:00:00Z'), footer: 'Fern' }

const NAMES = ['₹ 1.299,00 – €5', 'Ελένη Παπαδοπούλου', 'Дмитрий Щукин', 'Łukasz Żółć', 'Çağrı Öztürk']

test('what is written is read back, in every script of its letters', async () => {
  const pdf = await makePdf(options, (sheet) => {
    for (const name of NAMES) sheet.text(name)
    sheet.table(
      [
        { label: 'Name', share: 0.7 },
        { label: 'Price', share: 0.3, end: true },
      ],
      NAMES.map((name) => [name, '₹5']),
    )
  })
  expect(Buffer.from(pdf.subarray(0, 8)).toString()).toBe('%PDF-1.7')
  const text = pdfText(pdf)
  for (const name of NAMES) expect(text.split(name)).toHaveLength(3)
  expect(text).toContain('Fern  ·  1 / 1')
  expect(text).not.toMatch(/[\0\ufffd]/)
})

test('a table goes on over pages, below its head on each', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => [`Row ${String(index)}`])
  const pages = pdfPages(await makePdf(options, (sheet) => sheet.table([{ label: 'Head', share: 1 }], rows)))
  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(page).toContain('Head')
  for (const [row] of rows) expect(pages.filter((page) => page.split('\n').includes(row!))).toHaveLength(1)
})

test('the same content makes the same file', async () => {
  const make = () => makePdf(options, (sheet) => sheet.text('Same'))
  const [one, other] = [await make(), await make()]
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
})
