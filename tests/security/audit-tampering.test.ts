import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditModule } from '@rampart/audit'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { withDatabase } from '@rampart/platform/db/connection.ts'
import { openDb } from '@rampart/platform/db/db.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

// A chain in a real database, tampered with by its superuser, who has the triggers off. 1,000 more tamperings, over a
// copy in memory, are in modules/audit/test/tampering.rules.test.ts.

const SIZE = 120
const EVENT = 'audit.entry-recorded.v1'
const cli = { principal: { kind: 'system' as const }, caller: 'cli' }

let h: Awaited<ReturnType<typeof testModule>>
let dataDir: string
let file: string
let lines: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rampart-audit-'))
  file = join(dataDir, 'audit', 'checkpoints.jsonl')
  let now = Date.parse('2026-01-15T12:00:00.000Z')
  h = await testModule(auditModule, { settings: { data_dir: dataDir }, clock: () => new Date(now) })
  for (let number = 0; number < SIZE; number++) {
    await h.deliver(EVENT, entry(number))
    if (number % 20 !== 19) continue
    now += 120_000
    await h.runSchedule('seal')
  }
  lines = await readFile(file, 'utf8')
  await h.db.pool.query(`
    CREATE SCHEMA original;
    CREATE TABLE original.entries AS SELECT * FROM audit.entries;
    CREATE TABLE original.chain AS SELECT * FROM audit.chain;
    CREATE TABLE original.checkpoints AS SELECT * FROM audit.checkpoints;`)
})
afterAll(async () => {
  await h.close()
  await rm(dataDir, { recursive: true, force: true })
})

function entry(number: number): object {
  return {
    action: 'orders.cancelled',
    subject_type: 'order',
    subject_id: `order-${String(number)}`,
    before: { status: 'paid' },
    after: { status: 'cancelled', number },
    actor_kind: 'staff',
    actor_id: newId(),
    actor_role: 'admin',
    caller: 'edge',
    request_id: `req-${String(number)}`,
    ip: '203.0.113.5',
    user_agent: null,
    occurred_at: '2026-01-15T12:00:00.000Z',
  }
}

const tables = ['entries', 'chain', 'checkpoints'] as const
const triggersOff = tables.map((table) => `ALTER TABLE audit.${table} DISABLE TRIGGER ALL;`).join('\n')
const triggersOn = [
  ['entries', 'entries_append_only'],
  ['entries', 'entries_kept'],
  ['chain', 'chain_append_only'],
  ['chain', 'chain_kept'],
  ['checkpoints', 'checkpoints_append_only'],
]
  .map(([table = '', trigger = '']) => `ALTER TABLE audit.${table} ENABLE ALWAYS TRIGGER ${trigger};`)
  .join('\n')

beforeEach(async () => {
  await h.db.pool.query(`
    ${triggersOff}
    TRUNCATE audit.entries, audit.chain, audit.checkpoints, audit.unsealed;
    ${tables.map((table) => `INSERT INTO audit.${table} SELECT * FROM original.${table};`).join('\n')}`)
  await writeFile(file, lines)
})

type Found = { state: string; entries: number; checked: number; checkpoints: number; first_bad: Bad | null }
type Bad = { position: number | null; entry_id: string | null; why: string }

const verify = (): Promise<Found> => h.call('verifyWhole', {}, cli)
const idAt = async (position: number): Promise<string | null> => {
  const text = `SELECT entry_id FROM original.chain WHERE position = ${String(position)}`
  return (await h.db.pool.query<{ entry_id: string }>(text)).rows[0]?.entry_id ?? null
}

test('the log as it was is intact, and proven by signed checkpoints outside the database', async () => {
  expect(await verify()).toMatchObject({
    state: 'intact',
    entries: SIZE,
    checked: SIZE,
    checkpoints: 6,
    first_bad: null,
  })
})

const at = (position: number): string =>
  `(SELECT entry_id FROM audit.chain WHERE position = ${String(position)})`

/** SQL of a superuser, with the triggers off. */
const tamperings: Readonly<Record<string, (position: number) => string>> = {
  'another action': (p) => `UPDATE audit.entries SET action = 'orders.paid' WHERE id = ${at(p)}`,
  'another actor': (p) => `UPDATE audit.entries SET actor_id = '${newId()}' WHERE id = ${at(p)}`,
  'no address': (p) => `UPDATE audit.entries SET ip = NULL WHERE id = ${at(p)}`,
  'another moment': (p) =>
    `UPDATE audit.entries SET occurred_at = occurred_at + interval '1 microsecond' WHERE id = ${at(p)}`,
  'a value inside': (p) =>
    `UPDATE audit.entries SET after = jsonb_set(after, '{number}', '-1') WHERE id = ${at(p)}`,
  'another id': (p) => `UPDATE audit.entries SET id = '${newId()}' WHERE id = ${at(p)}`,
  'entry deleted': (p) => `DELETE FROM audit.entries WHERE id = ${at(p)}`,
  'entry and link deleted': (p) =>
    `DELETE FROM audit.entries WHERE id = ${at(p)}; DELETE FROM audit.chain WHERE position = ${String(p)}`,
  'two entries swapped': (p) => `
    UPDATE audit.entries e SET subject_id = o.subject_id, after = o.after, actor_id = o.actor_id,
      request_id = o.request_id
    FROM audit.entries o
    WHERE (e.id = ${at(p)} AND o.id = ${at(p + 1)}) OR (e.id = ${at(p + 1)} AND o.id = ${at(p)})`,
  'another hash': (p) => `UPDATE audit.chain SET hash = sha256(hash) WHERE position = ${String(p)}`,
  'another mac': (p) => `UPDATE audit.chain SET mac = sha256(mac) WHERE position = ${String(p)}`,
  'the tail cut': (p) => `
    DELETE FROM audit.entries WHERE id IN (SELECT entry_id FROM audit.chain WHERE position >= ${String(p)});
    DELETE FROM audit.chain WHERE position >= ${String(p)}`,
  'the tail cut, with the copies of its checkpoints': (p) => `
    DELETE FROM audit.entries WHERE id IN (SELECT entry_id FROM audit.chain WHERE position >= ${String(p)});
    DELETE FROM audit.chain WHERE position >= ${String(p)};
    DELETE FROM audit.checkpoints WHERE position >= ${String(p)}`,
  'an entry inserted into the chain': (p) => `
    UPDATE audit.chain SET position = position + 1000 WHERE position >= ${String(p)};
    UPDATE audit.chain SET position = position - 999 WHERE position > 1000;
    INSERT INTO audit.entries SELECT '${newId()}', action, subject_type, 'forged', before, after, actor_kind, actor_id,
      actor_role, caller, request_id, ip, user_agent, occurred_at FROM audit.entries WHERE id = ${at(p - 1)};
    INSERT INTO audit.chain SELECT ${String(p)}, id, sha256('x'), sha256('y') FROM audit.entries
      WHERE subject_id = 'forged'`,
}

describe.each(Object.entries(tamperings))('%s', (name, sqlOf) => {
  test('is found wherever it is done, and the first bad entry is named', async () => {
    for (const position of [2, 1 + Math.floor(Math.random() * (SIZE - 2)), SIZE - 1]) {
      const where = Math.max(2, position)
      const before = await idAt(where)
      await h.db.pool.query(sqlOf(where))
      const { state, first_bad } = await verify()
      expect({ name, state, position: first_bad?.position }).toEqual({
        name,
        state: 'tampered',
        position: where,
      })
      if (first_bad?.entry_id != null && !name.includes('inserted')) expect(first_bad.entry_id).toBe(before)
      await h.db.pool.query(`
        TRUNCATE audit.entries, audit.chain, audit.checkpoints, audit.unsealed;
        ${tables.map((table) => `INSERT INTO audit.${table} SELECT * FROM original.${table};`).join('\n')}`)
    }
  })
})

test('an entry that is put in beside the chain is named', async () => {
  const id = newId()
  await h.db.pool.query(`
    INSERT INTO audit.entries SELECT '${id}', action, subject_type, 'forged', before, after, actor_kind, actor_id,
      actor_role, caller, request_id, ip, user_agent, occurred_at FROM audit.entries LIMIT 1`)
  expect(await verify()).toMatchObject({ state: 'tampered', first_bad: { position: null, entry_id: id } })
})

test('an entry that waits to be chained is not to be changed, taken away or put in, either', async () => {
  const id = newId()
  await h.deliver(EVENT, entry(SIZE), id)
  expect(await verify()).toMatchObject({ state: 'behind', first_bad: null, waiting: 1 })
  await h.db.pool.query(`UPDATE audit.entries SET actor_role = 'staff' WHERE id = '${id}'`)
  expect(await verify()).toMatchObject({ state: 'tampered', first_bad: { entry_id: id } })
  await h.runSchedule('seal')
  expect(await verify()).toMatchObject({ state: 'tampered', entries: SIZE, first_bad: { entry_id: id } })
  await h.db.pool.query(`DELETE FROM audit.entries WHERE id = '${id}'`)
  expect(await verify()).toMatchObject({ state: 'tampered', first_bad: { entry_id: id } })
})

test.each([
  ['edited', (text: string) => text.replace('"count":40', '"count":41')],
  ['shortened', (text: string) => text.slice(0, text.indexOf('\n') + 1)],
  ['emptied', () => ''],
  ['reordered', (text: string) => text.trimEnd().split('\n').reverse().join('\n') + '\n'],
  ['lengthened', (text: string) => text + (text.trimEnd().split('\n').at(-1) ?? '') + '\n'],
])('the file of checkpoints is %s, and it is found', async (_how, tamper) => {
  await writeFile(file, tamper(lines))
  expect(await verify()).toMatchObject({ state: 'tampered' })
})

test('a database without its copy of the checkpoints, or with one of a stranger, is found', async () => {
  await h.db.pool.query('DELETE FROM audit.checkpoints WHERE number > 3')
  expect(await verify()).toMatchObject({ state: 'tampered' })
  await h.db.pool.query('DELETE FROM audit.checkpoints')
  expect(await verify()).toMatchObject({ state: 'tampered' })
  // The way in which retention removes entries, without the signature.
  await h.db.pool.query(`
    INSERT INTO audit.checkpoints SELECT * FROM original.checkpoints;
    INSERT INTO audit.checkpoints VALUES (7, 'cut', 50, '{"number":7,"kind":"cut","position":50}');
    ${triggersOn}
    DELETE FROM audit.entries WHERE id IN (SELECT entry_id FROM audit.chain WHERE position <= 50);
    DELETE FROM audit.chain WHERE position <= 50;`)
  const { state, first_bad } = await verify()
  expect({ state, position: first_bad?.position }).toEqual({ state: 'tampered', position: 1 })
})

test('a chain that contradicts its checkpoints is not gone on with', async () => {
  await h.db.pool.query(tamperings['the tail cut']?.(100) ?? '')
  await h.deliver(EVENT, entry(1_000))
  await h.runSchedule('seal')
  const { first_bad } = await verify()
  expect(first_bad).toMatchObject({ position: 100 })
  expect(await readFile(file, 'utf8')).toBe(lines)
})

describe('the role of the shop', () => {
  test.each([
    "UPDATE audit.entries SET action = 'x'",
    'DELETE FROM audit.entries',
    'TRUNCATE audit.entries',
    'UPDATE audit.chain SET position = position + 1000',
    'DELETE FROM audit.chain',
    'TRUNCATE audit.chain',
    'UPDATE audit.checkpoints SET position = 0',
    'DELETE FROM audit.checkpoints',
    'TRUNCATE audit.checkpoints',
  ])('is refused even as superuser, by a trigger: %s', async (statement) => {
    await h.db.pool.query(triggersOn)
    await expect(h.db.pool.query(statement)).rejects.toThrow('never changed')
    await expect(
      h.db.pool.query(`SET LOCAL session_replication_role = replica; ${statement}`),
    ).rejects.toThrow('never changed')
  })

  test('is refused by its rights as well where it owns the tables and is no superuser', async () => {
    const role = `shop_${newId().replaceAll('-', '')}`
    const { db } = h
    await db.pool.query(triggersOn)
    await db.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'; GRANT ALL ON SCHEMA audit TO ${role}`)
    const migration = await readFile(
      new URL('../../modules/audit/migrations/0002-chain.sql', import.meta.url),
      'utf8',
    )
    const revoke = migration.slice(migration.indexOf('REVOKE UPDATE'))
    const owner = openDb({ connection: asRole(role), max: 1 })
    try {
      for (const table of tables) await db.pool.query(`ALTER TABLE audit.${table} OWNER TO ${role}`)
      // As the migration does when this role runs it.
      await owner.pool.query(revoke)
      for (const table of tables) {
        await expect(owner.pool.query(`SELECT count(*) FROM audit.${table}`)).resolves.toBeDefined()
        for (const statement of [`UPDATE audit.${table} SET position = 1`, `TRUNCATE audit.${table}`]) {
          await expect(
            owner.pool.query(statement.replace('entries SET position = 1', "entries SET action = ''")),
          ).rejects.toThrow('permission denied')
        }
        await expect(owner.pool.query(`DELETE FROM audit.${table}`)).rejects.toThrow(
          table === 'checkpoints' ? 'permission denied' : 'never changed',
        )
      }
    } finally {
      await owner.close()
      for (const table of tables) await db.pool.query(`ALTER TABLE audit.${table} OWNER TO CURRENT_USER`)
      await db.pool.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`)
    }
  })

  function asRole(role: string) {
    const { host, port, database } = h.db.pool.options
    return withDatabase(
      { host: host ?? '', port: port ?? 0, user: role, password: 'secret', database: '' },
      database ?? '',
    )
  }
})
