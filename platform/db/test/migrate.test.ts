import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../testing/database.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { openDb } from '../db.ts'
import { migrate } from '../migrate.ts'
import type { MigrationSource } from '../migrate.ts'
import { sql } from '../sql.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await testDatabase([])
  folder = await mkdtemp(join(tmpdir(), 'rampart-migrations-'))
})
afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

async function source(
  module: string,
  files: Record<string, string>,
  name = module,
): Promise<MigrationSource> {
  await mkdir(join(folder, name), { recursive: true })
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, name, file), text)
  return { module, directory: pathToFileURL(join(folder, name)) }
}

const first = { '0001-shops.sql': 'CREATE TABLE shops (id int);\nINSERT INTO shops VALUES (1);' }

test('files are applied in order, once, in the schema of their module', async () => {
  const a = await source('a', { ...first, '0002-more.sql': 'ALTER TABLE a.shops ADD COLUMN name text' })
  const b = await source('b', { '0001-copy.sql': 'CREATE TABLE b.copy AS SELECT * FROM a.shops' })
  expect(await migrate(database.db, [a, b])).toEqual({
    applied: ['a/0001-shops.sql', 'a/0002-more.sql', 'b/0001-copy.sql'],
  })
  expect(await migrate(database.db, [a, b])).toEqual({ applied: [] })
  expect(await database.db.many(sql`SELECT * FROM b.copy`)).toEqual([{ id: 1, name: null }])
  await source('a', { '0003-later.sql': 'CREATE TABLE a.later ()' })
  expect(await migrate(database.db, [a, b])).toEqual({ applied: ['a/0003-later.sql'] })
})

test('a module may have several folders, each numbered from 1', async () => {
  const one = await source('platform', { '0001-keys.sql': 'CREATE TABLE platform.keys ()' }, 'one')
  const two = await source('platform', { '0001-outbox.sql': 'CREATE TABLE platform.outbox ()' }, 'two')
  expect((await migrate(database.db, [one, two])).applied).toHaveLength(2)
  const clash = await source('platform', { '0001-keys.sql': 'SELECT 1' }, 'three')
  await expect(migrate(database.db, [one, two, clash])).rejects.toThrow('platform/0001-keys.sql exists twice')
})

test('a file that was changed after it had been applied is an error that names it', async () => {
  const a = await source('a', first)
  await migrate(database.db, [a])
  await source('a', { '0001-shops.sql': first['0001-shops.sql'].replaceAll('\n', '\r\n') })
  expect(await migrate(database.db, [a])).toEqual({ applied: [] })
  await source('a', {
    '0001-shops.sql': 'CREATE TABLE shops (id bigint)',
    '0002-next.sql': 'CREATE TABLE next ()',
  })
  await expect(migrate(database.db, [a])).rejects.toThrow('a/0001-shops.sql was changed')
  expect(await database.db.one(sql`SELECT to_regclass('a.next') AS t`)).toEqual({ t: null })
})

test.each([
  ['a gap', { '0001-a.sql': 'SELECT 1', '0003-c.sql': 'SELECT 1' }, 'a/0003-c.sql: number 0002 is missing'],
  ['a wrong beginning', { '0002-b.sql': 'SELECT 1' }, 'a/0002-b.sql: number 0001 is missing'],
  [
    'a duplicate',
    { '0001-a.sql': 'SELECT 1', '0001-b.sql': 'SELECT 1' },
    'a/0001-b.sql: number 0001 exists twice',
  ],
  ['a wrong name', { '1-a.sql': 'SELECT 1' }, 'a/1-a.sql: the name is not'],
  ['a commit', { '0001-a.sql': 'SELECT 1;\nCOMMIT;' }, 'a/0001-a.sql: a migration does not begin'],
])('%s is refused', async (_, files, message) => {
  await expect(migrate(database.db, [await source('a', files)])).rejects.toThrow(message)
})

test('a name of PostgreSQL’s own is not a module', async () => {
  for (const module of ['pg_catalog', 'public', 'A', 'a"b']) {
    await expect(migrate(database.db, [{ ...(await source('a', first)), module }])).rejects.toThrow(
      'name of a schema',
    )
  }
})

test('a file that fails leaves nothing behind, is named, and can be mended', async () => {
  const a = await source('a', { ...first, '0002-bad.sql': 'CREATE TABLE half ();\nSELECT * FROM nowhere;' })
  await expect(migrate(database.db, [a])).rejects.toThrow(/a\/0002-bad\.sql: .*nowhere/)
  expect(await database.db.one(sql`SELECT to_regclass('a.half') AS t`)).toEqual({ t: null })
  await source('a', { '0002-bad.sql': 'CREATE TABLE half ()' })
  expect(await migrate(database.db, [a])).toEqual({ applied: ['a/0002-bad.sql'] })
})

test('older code runs on a newer schema', async () => {
  const newer = await source('a', { ...first, '0002-new.sql': 'SELECT 1' }, 'newer')
  const older = await source('a', first, 'older')
  await migrate(database.db, [newer])
  expect(await migrate(database.db, [older])).toEqual({ applied: [] })
})

test('a file that appears below an applied one is an error', async () => {
  const a = await source('a', { '0001-b.sql': 'SELECT 1' })
  await migrate(database.db, [a])
  await rm(join(folder, 'a', '0001-b.sql'))
  await source('a', { '0001-a.sql': 'SELECT 1', '0002-b.sql': 'SELECT 1' })
  await database.db.run(sql`UPDATE platform.migrations SET name = '0002-b.sql'`)
  await expect(migrate(database.db, [a])).rejects.toThrow('a/0002-b.sql was applied before')
})

test('of two migrators at once one applies and the other finds it done', async () => {
  const a = await source('a', {
    '0001-slow.sql': 'SELECT pg_sleep(0.3); CREATE TABLE slow ()',
    '0002-next.sql': 'SELECT 1',
  })
  const pools = [1, 2, 3].map(() => openDb({ connection: database.connection, max: 1 }))
  const results = await Promise.all(pools.map((pool) => migrate(pool, [a])))
  await Promise.all(pools.map((pool) => pool.close()))
  expect(results.map(({ applied }) => applied.length).sort()).toEqual([0, 0, 2])
})
