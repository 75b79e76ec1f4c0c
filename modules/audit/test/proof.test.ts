import { platform, tmpdir } from 'node:os'
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { auditModule } from '../module.ts'
import { partsOf } from '../verify/verify-in-turns.ts'
import { sampleEntry } from './sealed-log.ts'

const DAY_MS = 86_400_000
const EVENT = 'audit.entry-recorded.v1'
const cli = { principal: { kind: 'system' as const }, caller: 'cli' }

let h: Awaited<ReturnType<typeof testModule>>
let dataDir: string
let file: string
let now: number

beforeEach(async () => {
  now = Date.parse('2026-05-04T12:00:00.000Z')
  dataDir = await mkdtemp(join(tmpdir(), 'rampart-audit-'))
  file = join(dataDir, 'audit', 'checkpoints.jsonl')
  h = await testModule(auditModule, {
    settings: { data_dir: dataDir, audit_retention_days: 90 },
    clock: () => new Date(now),
  })
})
afterEach(async () => {
  await h.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function record(count: number, occurredAt = new Date(now)): Promise<void> {
  for (let number = 0; number < count; number++) {
    const { id, ...entry } = sampleEntry(number, { occurred_at: occurredAt.toISOString() })
    await h.deliver(EVENT, entry, id)
  }
}

async function seal(): Promise<void> {
  now += 61_000
  await h.runSchedule('seal')
}

type Found = { state: string; entries: number; first_bad: { position: number | null } | null }
const verify = (input: object = {}): Promise<Found & { restarts: number; waiting: number }> =>
  h.call('verifyWhole', input, cli)
const lines = async (): Promise<string[]> => (await readFile(file, 'utf8')).trimEnd().split('\n')
const owner = (): Principal => ({
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  authenticated_at: now,
  role: 'super_admin',
  permissions: ['*:*'],
})

test('entries wait, are chained without a gap, and are proven by a checkpoint that only the shop can read', async () => {
  await record(3)
  expect(await verify()).toMatchObject({ state: 'intact', entries: 0, waiting: 3 })
  now += 61_000
  expect(await verify()).toMatchObject({ state: 'behind', waiting: 3 })
  await seal()
  expect(await verify()).toMatchObject({ state: 'intact', entries: 3, waiting: 0, checkpoints: 1 })
  const chain = await h.db.many<{ position: number }>(sql`SELECT position FROM audit.chain ORDER BY position`)
  expect(chain.map(({ position }) => position)).toEqual([1, 2, 3])
  if (platform() !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
  await seal()
  expect(await lines()).toHaveLength(1)
})

test('a checkpoint that the database has not heard of, as after a crash, is taken up', async () => {
  await record(2)
  await seal()
  await h.db.pool.query('ALTER TABLE audit.checkpoints DISABLE TRIGGER ALL; DELETE FROM audit.checkpoints')
  await appendFile(file, '{"number":2,"kind":"chec')
  expect(await verify()).toMatchObject({ state: 'intact' })
  await record(2)
  await seal()
  expect(await lines()).toHaveLength(2)
  expect(await verify()).toMatchObject({ state: 'intact', entries: 4 })
})

test('two writers at once make one chain', async () => {
  await record(40)
  now += 61_000
  await Promise.all([h.runSchedule('seal'), h.runSchedule('seal'), h.runSchedule('seal')])
  expect(await verify()).toMatchObject({ state: 'intact', entries: 40, checkpoints: 1 })
})

test('retention removes a whole beginning after a signed statement, and the rest verifies from there', async () => {
  await record(5, new Date(now - 100 * DAY_MS))
  await record(1, new Date(now - DAY_MS))
  await record(2, new Date(now - 100 * DAY_MS))
  await seal()
  await h.runSchedule('retain')
  expect((await lines()).map((line) => (JSON.parse(line) as { kind: string }).kind)).toEqual([
    'checkpoint',
    'cut',
  ])
  // What is old but stands behind something young stays: a gap could not be told from a tampering.
  expect(await verify()).toMatchObject({ state: 'intact', entries: 3 })
  await h.runSchedule('retain')
  expect(await lines()).toHaveLength(2)
  const events = await h.events()
  expect(events.at(-1)).toMatchObject({ payload: { action: 'audit.retention-cut', after: { entries: 5 } } })
  await record(1)
  await seal()
  expect(await verify()).toMatchObject({ state: 'intact', entries: 4 })
  await h.db.pool.query(`
    ALTER TABLE audit.chain DISABLE TRIGGER ALL; DELETE FROM audit.chain WHERE position = 6`)
  expect(await verify()).toMatchObject({ state: 'tampered', first_bad: { position: 6 } })
})

test('after a restored backup somebody says so, signed, and the log goes on', async () => {
  await record(3)
  await seal()
  await record(3)
  await seal()
  // The backup is from before the second checkpoint.
  await h.db.pool.query(`
    ALTER TABLE audit.chain DISABLE TRIGGER ALL; ALTER TABLE audit.entries DISABLE TRIGGER ALL;
    ALTER TABLE audit.checkpoints DISABLE TRIGGER ALL;
    DELETE FROM audit.entries WHERE id IN (SELECT entry_id FROM audit.chain WHERE position > 3);
    DELETE FROM audit.chain WHERE position > 3; DELETE FROM audit.checkpoints WHERE number > 1`)
  expect(await verify()).toMatchObject({ state: 'tampered', first_bad: { position: 4 } })
  await h.call('restartChain', { reason: 'restored the backup of 3 May' }, cli)
  expect(await verify()).toMatchObject({ state: 'intact', entries: 3, restarts: 1 })
  await record(2)
  await seal()
  expect(await verify()).toMatchObject({ state: 'intact', entries: 5, restarts: 1 })
  // What happens after that is found as ever.
  await h.db.pool.query('DELETE FROM audit.chain WHERE position = 2')
  expect(await verify()).toMatchObject({ state: 'tampered', first_bad: { position: 2 } })
})

test('a restart keeps what it accepts apart: a later change elsewhere is found', async () => {
  await record(5)
  await seal()
  await h.db.pool.query(`
    ALTER TABLE audit.entries DISABLE TRIGGER ALL;
    UPDATE audit.entries SET action = 'x' WHERE id = (SELECT entry_id FROM audit.chain WHERE position = 2)`)
  expect(await verify()).toMatchObject({ state: 'tampered', first_bad: { position: 2 } })
  await writeFile(file, '')
  await h.call('restartChain', { reason: 'looked into it' }, cli)
  expect(await verify()).toMatchObject({ state: 'intact', restarts: 1 })
  await h.db.pool.query(`
    UPDATE audit.entries SET action = 'y' WHERE id = (SELECT entry_id FROM audit.chain WHERE position = 4)`)
  expect(await verify()).toMatchObject({ state: 'tampered', first_bad: { position: 4 } })
})

test('a log from before there was a chain is taken in at the first start, and never again', async () => {
  await h.db.pool.query(`
    INSERT INTO audit.entries (id, action, subject_type, subject_id, actor_kind, caller, request_id, occurred_at)
    SELECT gen_random_uuid(), 'orders.placed', 'order', n::text, 'guest', 'edge', 'r', now() FROM generate_series(1, 4) n`)
  await h.prepare()
  await seal()
  expect(await verify()).toMatchObject({ state: 'intact', entries: 4 })
  await h.db.pool.query(`
    INSERT INTO audit.entries (id, action, subject_type, subject_id, actor_kind, caller, request_id, occurred_at)
    VALUES (gen_random_uuid(), 'orders.placed', 'order', '5', 'guest', 'edge', 'r', now())`)
  await h.prepare()
  await seal()
  expect(await verify()).toMatchObject({ state: 'tampered', entries: 4 })
})

test('the page’s check agrees with the whole one, and is kept for some seconds', async () => {
  await record(4)
  await seal()
  const principal = owner()
  expect(await h.call('verifyAudit', {}, { principal })).toMatchObject({ state: 'intact', checked: 4 })
  await h.db.pool.query('ALTER TABLE audit.chain DISABLE TRIGGER ALL; DELETE FROM audit.chain')
  expect(await h.call('verifyAudit', {}, { principal })).toMatchObject({ state: 'intact' })
})

test('a large log is read in turns, and every position within them', () => {
  const seen = new Set<number>()
  let turn = 0
  for (let check = 0; check < 10; check++) {
    const parts = partsOf(100, 1_100, 200, turn, null)
    turn = parts.nextTurn
    for (const [after, last] of parts.spans) {
      for (let position = after + 1; position <= Math.min(last, 1_100); position++) seen.add(position)
    }
  }
  expect(seen.size).toBe(1_000)
  expect(partsOf(0, 1_000, 200, 0, 500).spans).toContainEqual([499, 500])
  expect(partsOf(0, 150, 200, 3, null).spans).toEqual([[0, Number.MAX_SAFE_INTEGER]])
})

test('an exported file can be checked by itself', async () => {
  await record(6)
  await seal()
  const exported = join(dataDir, 'log.jsonl')
  expect(await h.call('writeExport', { file: exported }, cli)).toEqual({ entries: 6 })
  const check = (): Promise<object> => h.call('verifyExport', { file: exported }, cli)
  expect(await check()).toEqual({
    entries: 6,
    unchained: 0,
    gapless: true,
    checkpoints: 1,
    first_bad: null,
  })
  const text = await readFile(exported, 'utf8')
  await writeFile(exported, text.split('\n').toSpliced(2, 1).join('\n'))
  expect(await check()).toMatchObject({ entries: 5, gapless: false, first_bad: null })
  await writeFile(exported, text.replace('"total_minor":3', '"total_minor":4'))
  expect(await check()).toMatchObject({ first_bad: { line: 4 } })
})
