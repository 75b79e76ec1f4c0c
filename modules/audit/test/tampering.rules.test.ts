import { hash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '@rampart/platform/crypto/canonical-json.ts'
import { jsonText } from '../chain/entry-text.ts'
import { linkHash, linkMac } from '../chain/link-hash.ts'
import { parseStatement, signStatement } from '../checkpoints/statement.ts'
import type { LinkedEntry } from '../store/chain.ts'
import type { EntryRow } from '../store/entries.ts'
import {
  firstProblem,
  keys,
  rehash,
  sampleEntry,
  type SealedLog,
  sealedLog,
  strangers,
} from './sealed-log.ts'

// 1,000 random tamperings with a chain of 240 entries and a checkpoint every 30.

const SIZE = 240
const EVERY = 30
const original = sealedLog(SIZE, EVERY)

/** Small and the same at every run (mulberry32), so that a failure comes back. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Random = (below: number) => number
/** Changes a copy, and answers the first position that is then bad; null where it is a line of the checkpoints. */
type Tampering = (log: SealedLog, random: Random) => number | null

function change(log: SealedLog, position: number, over: Partial<LinkedEntry>): void {
  const link = log.links[position - 1]
  if (link === undefined) throw new Error('no such position')
  log.links[position - 1] = { ...link, ...over }
}

const entryAt = (log: SealedLog, position: number): EntryRow =>
  log.links[position - 1]?.entry ?? sampleEntry(0)
const anywhere = (random: Random): number => 1 + random(SIZE)
const renumber = (links: readonly LinkedEntry[]): LinkedEntry[] =>
  links.map((link, index) => ({ ...link, position: index + 1 }))

function edited(entry: EntryRow, random: Random): EntryRow {
  const columns = Object.keys(entry) as (keyof EntryRow)[]
  const column = columns[random(columns.length)] ?? 'action'
  const value = entry[column]
  if (column === 'before' || column === 'after') return { ...entry, [column]: { status: 'nothing to see' } }
  return { ...entry, [column]: typeof value === 'string' && random(2) === 0 ? `${value} ` : null }
}

function twoPlaces(random: Random): [number, number] {
  const left = 1 + random(SIZE - 1)
  return [left, left + 1 + random(SIZE - left)]
}

function flipped(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes)
  const index = random(copy.length)
  copy[index] = (copy[index] ?? 0) ^ (1 << random(8))
  return copy
}

const tamperings: Readonly<Record<string, Tampering>> = {
  'edit a column': (log, random) => {
    const position = anywhere(random)
    change(log, position, { entry: edited(entryAt(log, position), random) })
    return position
  },
  'delete an entry': (log, random) => {
    const position = anywhere(random)
    change(log, position, { entry: null })
    return position
  },
  'delete an entry and its link': (log, random) => {
    const position = anywhere(random)
    log.links.splice(position - 1, 1)
    return position
  },
  'delete and close the gap': (log, random) => {
    const position = 1 + random(SIZE - 1)
    log.links.splice(position - 1, 1)
    log.links = renumber(log.links)
    return position
  },
  'swap what two entries say': (log, random) => {
    const [left, right] = twoPlaces(random)
    const [first, second] = [entryAt(log, left), entryAt(log, right)]
    change(log, left, { entry: { ...second, id: first.id } })
    change(log, right, { entry: { ...first, id: second.id } })
    return left
  },
  'swap two links': (log, random) => {
    const [left, right] = twoPlaces(random)
    const [first, second] = [log.links[left - 1], log.links[right - 1]]
    change(log, left, { ...second, position: left })
    change(log, right, { ...first, position: right })
    return left
  },
  'insert an entry': (log, random) => {
    const position = anywhere(random)
    const entry = sampleEntry(position)
    const beside = log.links[position - 1]
    if (beside === undefined) throw new Error('no such position')
    log.links.splice(position - 1, 0, { ...beside, entry_id: entry.id, entry })
    log.links = renumber(log.links)
    return position
  },
  'insert an entry and hash anew from there': (log, random) => {
    const position = anywhere(random)
    const entry = sampleEntry(position)
    const beside = log.links[position - 1]
    if (beside === undefined) throw new Error('no such position')
    log.links.splice(position - 1, 0, { ...beside, entry_id: entry.id, entry })
    log.links = rehash(renumber(log.links), position, strangers.chain)
    return position
  },
  'edit and hash anew from there': (log, random) => {
    const position = anywhere(random)
    change(log, position, { entry: { ...entryAt(log, position), actor_id: null } })
    log.links = rehash(log.links, position, strangers.chain)
    return position
  },
  'edit and hash anew with the stolen key, which checkpoints still show': (log, random) => {
    const position = anywhere(random)
    change(log, position, { entry: { ...entryAt(log, position), actor_id: null } })
    log.links = rehash(log.links, position, keys.chain)
    return Math.ceil(position / EVERY) * EVERY
  },
  'cut the tail': (log, random) => {
    const kept = random(SIZE)
    log.links.length = kept
    return kept + 1
  },
  'change a hash': (log, random) => {
    const position = anywhere(random)
    const hash = flipped(log.links[position - 1]?.hash ?? Buffer.alloc(32), random)
    change(log, position, { hash, ...(random(2) === 0 ? {} : { mac: linkMac(strangers.chain, hash) }) })
    return position
  },
  'change a mac': (log, random) => {
    const position = anywhere(random)
    change(log, position, { mac: flipped(log.links[position - 1]?.mac ?? Buffer.alloc(32), random) })
    return position
  },
  'edit a line of the file': (log, random) => {
    const index = random(log.lines.length)
    const bytes = flipped(Buffer.from(log.lines[index] ?? ''), random)
    log.lines[index] = bytes.toString('latin1')
    return null
  },
  'take a line out of the file': (log, random) => {
    log.lines.splice(random(log.lines.length), 1)
    return null
  },
  'swap two lines of the file': (log, random) => {
    const index = random(log.lines.length - 1)
    const [first = '', second = ''] = log.lines.slice(index, index + 2)
    log.lines.splice(index, 2, second, first)
    return null
  },
  'cut the file': (log, random) => {
    log.lines.length = random(log.lines.length)
    return null
  },
  'add a line that a stranger signed': (log) => {
    const last = log.lines.at(-1) ?? ''
    const claim = parseStatement(last)
    if (claim === null) throw new Error('no statement')
    const { number, previous: _previous, signature: _signature, ...said } = claim
    log.lines.push(
      signStatement(strangers.checkpoints, { ...said, kind: 'cut' }, { number, line: last }).line,
    )
    return null
  },
  'edit the copy in the database': (log, random) => {
    const index = random(log.rows.length)
    const row = log.rows[index]
    if (row !== undefined) log.rows[index] = { ...row, line: row.line.replace('position', 'Position') }
    return null
  },
  'take lines out of the copy in the database': (log, random) => {
    log.rows.splice(random(log.rows.length - 1), 1 + random(2))
    return null
  },
  'cut the tail and the copy with it': (log, random) => {
    const kept = random(SIZE - EVERY)
    log.links.length = kept
    log.rows = log.rows.filter(({ line }) => (parseStatement(line)?.position ?? 0) <= kept)
    return kept + 1
  },
}

test('the text that is hashed is canonical JSON', () => {
  const entry = sampleEntry(1, { before: null, after: { b: 1, a: [{ d: 'ü', c: null }] } })
  const previous = Buffer.alloc(32, 5)
  const text = canonicalJson({ position: 7, previous: previous.toString('hex'), entry })
  expect(linkHash(7, previous, entry)).toEqual(hash('sha256', text, 'buffer'))
})

test('what is hashed of any value is the canonical JSON of it', () => {
  const named = (key: fc.Arbitrary<string>) => fc.object({ key, maxDepth: 4 })
  const number = fc.integer({ min: -3, max: 20 }).map(String)
  const value = fc.oneof(fc.jsonValue({ maxDepth: 5 }), named(number), named(fc.oneof(number, fc.string())))
  fc.assert(
    fc.property(value, (made) => {
      const read: unknown = JSON.parse(JSON.stringify(made))
      expect(jsonText(read)).toBe(canonicalJson(read))
    }),
    { numRuns: 2_000 },
  )
})

test('the log as it was is found to be so', () => {
  expect(original.links).toHaveLength(SIZE)
  expect(original.lines).toHaveLength(SIZE / EVERY)
  expect(firstProblem(original)).toBeNull()
})

test('1,000 random tamperings are all found, and the first bad entry is named', () => {
  const kinds = Object.entries(tamperings)
  const random = randomFrom(20_260_504)
  const missed: unknown[] = []
  for (let run = 0; run < 1_000; run++) {
    const [kind, tamper] = kinds[run % kinds.length] ?? ['', () => null]
    const log = { links: [...original.links], lines: [...original.lines], rows: [...original.rows] }
    const expected = tamper(log, random)
    const found = firstProblem(log)
    if (found === null || (expected !== null && found.position !== expected))
      missed.push({ run, kind, expected, found })
  }
  expect(missed).toEqual([])
}, 120_000)
