import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeAbandonedServers } from '../../testing/abandoned-servers.ts'
import { testDatabase } from '../../testing/database.ts'
import { sql } from '../sql.ts'
import type { MigrationSource } from '../migrate.ts'

let folder: string
let sources: MigrationSource[]
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rampart-migrations-'))
  await mkdir(join(folder, 'a'))
  await writeFile(join(folder, 'a/0001-x.sql'), `CREATE TABLE a.x (id int); -- ${folder}`)
  sources = [{ module: 'a', directory: pathToFileURL(join(folder, 'a/')) }]
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('each caller gets a migrated database of its own, copied from one template', async () => {
  const templates = async (): Promise<object[]> => {
    const { db, drop } = await testDatabase([])
    const found = await db.many(
      sql`SELECT datname FROM pg_database WHERE datname LIKE 'template\_%' ESCAPE '\'`,
    )
    await drop()
    return found
  }
  const before = await templates()
  const all = await Promise.all([1, 2, 3].map(() => testDatabase(sources)))
  for (const { db } of all) expect(await db.run(sql`INSERT INTO a.x VALUES (1)`)).toBe(1)
  for (const { db } of all) expect(await db.many(sql`SELECT * FROM a.x`)).toEqual([{ id: 1 }])
  expect(await templates()).toHaveLength(before.length + 1)
  await Promise.all(all.map(({ drop }) => drop()))
})

test('the server of a test run that was killed is stopped and removed by the next', async () => {
  const module = new URL('../../testing/database.ts', import.meta.url).href
  const script = `
    const { startTestServer } = await import(${JSON.stringify(module)})
    const { connection } = await startTestServer()
    console.log(connection.host)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  const name = line.toString().split('/').at(-2) ?? ''
  const temporary = await realpath(tmpdir())
  expect(await readdir(temporary)).toContain(name)
  child.kill('SIGKILL')
  await once(child, 'exit')
  await removeAbandonedServers()
  expect(await readdir(temporary)).not.toContain(name)
})
