import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { adoptEntries } from '../chain/adopt-entries.ts'
import { auditModule } from '../module.ts'
import { csvLine } from '../search/export-line.ts'
import { keys, sampleEntry } from './sealed-log.ts'

// An export comes in parts of a thousand entries: this log has more.
const SIZE = 2_345

let h: Awaited<ReturnType<typeof testModule>>
let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rampart-audit-'))
  h = await testModule(auditModule, { settings: { data_dir: dataDir } })
  await h.db.run(sql`
    INSERT INTO audit.entries (id, action, subject_type, subject_id, before, after, actor_kind, actor_id, actor_role,
      caller, request_id, ip, user_agent, occurred_at)
    SELECT uuidv7(), CASE WHEN n % 2 = 0 THEN 'orders.cancelled' ELSE 'orders.paid' END, 'order', n::text, NULL,
      jsonb_build_object('n', n, 'word', CASE WHEN n > 2000 AND n % 100 = 0 THEN 'needle' ELSE 'hay' END),
      'staff', 'a', 'admin', 'edge', 'r', NULL, NULL, now()
    FROM generate_series(1, ${SIZE}::int) n`)
  // What was there before there was a chain is taken in at the first start.
  await h.db.tx((tx) => adoptEntries(tx, keys))
  await h.runSchedule('seal')
})
afterAll(async () => {
  await h.close()
  await rm(dataDir, { recursive: true, force: true })
})

const principal: Principal = {
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  role: 'admin',
  permissions: ['audit:export'],
  authenticated_at: Date.now(),
}
const server = { principal, caller: 'server' }
type Part = { bytes: Uint8Array; next: { after: string; last: string } | null }

/** All parts of an export, as the edge fetches them; `between` runs before each but the first. */
async function parts(input: object, between = () => Promise.resolve()): Promise<string[]> {
  let part: Part = await h.call('exportEntries', input, { principal })
  const texts = [Buffer.from(part.bytes).toString()]
  while (part.next !== null) {
    await between()
    part = await h.call('readExport', part.next, server)
    texts.push(Buffer.from(part.bytes).toString())
  }
  return texts
}

const numbersOf = (text: string): number[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { entry: { after: { n: number } } }).entry.after.n)
const upTo = (size: number): number[] => Array.from({ length: size }, (_, index) => index + 1)

test('more entries than one part holds are all there, once, in order, and the file can be checked', async () => {
  const texts = await parts({ format: 'jsonl' })
  expect(texts).toHaveLength(3)
  expect(numbersOf(texts.join(''))).toEqual(upTo(SIZE))
  const file = join(dataDir, 'log.jsonl')
  await writeFile(file, texts.join(''))
  expect(await h.call('verifyExport', { file }, { ...server, caller: 'cli' })).toEqual({
    entries: SIZE,
    unchained: 0,
    gapless: true,
    checkpoints: 1,
    first_bad: null,
  })
})

test('a CSV file has one head, and a line an entry', async () => {
  const text = (await parts({ format: 'csv', action: 'orders.cancelled' })).join('')
  const lines = text.trimEnd().split('\r\n')
  expect(lines).toHaveLength(1 + Math.floor(SIZE / 2))
  expect(lines.filter((line) => line.startsWith('id,occurred_at,'))).toEqual([lines[0]])
  expect(lines.slice(1).every((line) => line.includes(',orders.cancelled,'))).toBe(true)
})

test('a text is looked for in every part, also where a whole part holds none', async () => {
  const texts = await parts({ format: 'jsonl', text: 'needle' })
  expect(texts[0]).toBe('')
  expect(numbersOf(texts.join(''))).toEqual([2_100, 2_200, 2_300])
})

test('it ends with what was there when it began, and leaves one entry that says so', async () => {
  const before = (await h.events()).length
  const late = async (): Promise<void> => {
    const { id, ...entry } = sampleEntry(1)
    await h.deliver('audit.entry-recorded.v1', entry, id)
  }
  expect(numbersOf((await parts({ format: 'jsonl' }, late)).join(''))).toEqual(upTo(SIZE))
  const recorded = (await h.events()).slice(before).map(({ payload }) => payload as object)
  expect(recorded).toMatchObject([
    { action: 'audit.exported', actor_id: principal.id, after: { format: 'jsonl', filter: {} } },
  ])
})

const place = { format: 'csv', after: newId(), last: newId() }

test('nobody outside goes on with an export that was not recorded', async () => {
  for (const caller of ['edge', 'cli', 'orders'])
    await expect(h.call('readExport', place, { principal, caller })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
})

test.each([
  ['exportEntries', { format: 'xlsx' }],
  ['exportEntries', { after: newId() }],
  ['exportEntries', { action_prefix: '%' }],
  ['exportEntries', { from: '2026-02-30T00:00:00Z' }],
  ['exportEntries', { text: '\u0000\u0001' }],
  ['readExport', { ...place, after: 'x' }],
  ['readExport', { ...place, last: "' OR 1=1" }],
  ['readExport', { ...place, colour: 'red' }],
])('%s refuses %j', async (operation, input) => {
  const as = operation === 'readExport' ? server : { principal }
  await expect(h.call(operation, input, as)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠x'])(
  'no spreadsheet reads %j as a formula',
  (text) => {
    const cells = csvLine(sampleEntry(1, { user_agent: text }), undefined)
    const quoted = /[\r\n]/.test(text) ? `"'${text}"` : `'${text}`
    expect(cells).toContain(`,${quoted},`)
  },
)
