import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { JSON_FORMAT } from '../../apps/server/catalog-export/sheet.ts'
import { type ImportRow, recordMapper } from '../../apps/server/catalog-import/map-record.ts'
import { readMapping } from '../../apps/server/catalog-import/mapping.ts'
import { readRecords } from '../../apps/server/catalog-import/read-records.ts'
import { type Dice, dice } from '../dice.ts'

/** Variants of the widened catalogue; the largest products have `MOST`. */
export const VARIANTS = 100_000
export const MOST = 50

const COLOURS = ['Black', 'White', 'Silver', 'Grey', 'Red', 'Blue', 'Green', 'Yellow', 'Orange', 'Purple']
const EDITIONS = ['Standard', 'Plus', 'Pro', 'Max', 'Bundle']
// Share of products, and from how many to how many variants they have: most have few, as in real shops.
const SPREAD = [
  [0.4, 1, 1],
  [0.3, 2, 4],
  [0.18, 5, 9],
  [0.085, 10, 20],
  [0.028, 24, 40],
  [1, MOST, MOST],
] as const

/** Writes the catalogue with made-up variants, `VARIANTS` in all, as a file that `catalog import` reads. Always the same. */
export async function widen(catalogue: string, mappingFile: string, target: string): Promise<number> {
  const { mapping } = await readMapping(mappingFile)
  const map = recordMapper(mapping, 'USD')
  const rows: ImportRow[] = []
  for await (const read of readRecords(catalogue).records) {
    const mapped = 'record' in read ? map(read.line, read.record) : read
    if ('row' in mapped) rows.push(mapped.row)
  }
  const roll = dice(19_406)
  const counts = countsFor(rows.length, roll)
  const lines = rows.map((row, index) => `${JSON.stringify(widened(row, counts[index] ?? 1, roll))}\n`)
  await pipeline(Readable.from(lines), createGzip({ level: 1 }), createWriteStream(target))
  return rows.length
}

function countsFor(products: number, roll: Dice): number[] {
  const counts = Array.from({ length: products }, () => {
    let share = roll.fraction()
    for (const [part, from, to] of SPREAD) {
      if (share < part) return roll.between(from, to)
      share -= part
    }
    return 1
  })
  const open = counts.map((_, index) => index).filter((index) => (counts[index] ?? 1) < MOST - 10)
  for (let missing = VARIANTS - counts.reduce((sum, count) => sum + count, 0); missing !== 0;) {
    const index = open[roll.between(0, open.length - 1)] ?? 0
    const next = (counts[index] ?? 1) + Math.sign(missing)
    if (next < 1 || next >= MOST) continue
    counts[index] = next
    missing -= Math.sign(missing)
  }
  return counts
}

function widened({ line: _, ...row }: ImportRow, count: number, roll: Dice) {
  const [first] = row.variants
  const sku = first?.sku ?? ''
  const base = Number((first?.price as { amount: string } | undefined)?.amount ?? 0)
  const variants = Array.from({ length: count }, (_, place) => {
    const edition = Math.floor(place / COLOURS.length)
    const price = base * (1 + edition * 0.15) + (place % COLOURS.length)
    return {
      sku: place === 0 ? sku : `${sku}-${String(place)}`,
      options: optionsOf(place, count),
      price: price.toFixed(2),
      compare_at_price: roll.fraction() < 0.1 ? (price * 1.2).toFixed(2) : null,
      quantity: quantity(roll),
    }
  })
  return { format: JSON_FORMAT, ...row, options: choices(count), variants }
}

function quantity(roll: Dice): number {
  const share = roll.fraction()
  if (share < 0.1) return 0
  return share < 0.2 ? roll.between(1, 5) : roll.between(6, 200)
}

function optionsOf(place: number, count: number): Record<string, string> {
  if (count === 1) return {}
  const colour = { Colour: COLOURS[place % COLOURS.length] ?? '' }
  if (count <= COLOURS.length) return colour
  return { ...colour, Edition: EDITIONS[Math.floor(place / COLOURS.length)] ?? '' }
}

function choices(count: number): { name: string; values: string[] }[] {
  if (count === 1) return []
  const colours = { name: 'Colour', values: COLOURS.slice(0, count) }
  if (count <= COLOURS.length) return [colours]
  return [colours, { name: 'Edition', values: EDITIONS.slice(0, Math.ceil(count / COLOURS.length)) }]
}
