import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyring } from '../../crypto/keys.ts'
import { loadKeyring } from '../secrets.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rampart-secrets-'))
  path = join(folder, 'secrets', 'master.key')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const embedded = () => ({ data_dir: folder, database_url: null, master_key: null })
const external = () => ({ data_dir: folder, database_url: 'postgres://db', master_key: null })

test('the first start makes a key that only this user can read, the next finds it', async () => {
  const first = await loadKeyring(embedded())
  const again = await loadKeyring(embedded())
  expect(again.derive('x').equals(first.derive('x'))).toBe(true)
  expect((await readFile(path)).length).toBe(32)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'secrets'))).mode & 0o777).toBe(0o700)
  expect(await readdir(join(folder, 'secrets'))).toEqual(['master.key'])
})

test('many starts at once agree on one key', async () => {
  const keyrings = await Promise.all(Array.from({ length: 20 }, () => loadKeyring(embedded())))
  expect(new Set(keyrings.map((keys) => keys.derive('x').toString('hex'))).size).toBe(1)
  expect(await readdir(join(folder, 'secrets'))).toEqual(['master.key'])
})

// Caught when the finished file was renamed over the other instead of linked.
test('a key that another process makes meanwhile is the one', async () => {
  const rival = randomBytes(32)
  const loading = loadKeyring(embedded())
  const drafts = () => (existsSync(join(folder, 'secrets')) ? readdirSync(join(folder, 'secrets')) : [])
  while (drafts().length === 0) await setImmediate()
  writeFileSync(path, rival, { mode: 0o600 })
  expect((await loading).derive('x').equals(keyring(rival).derive('x'))).toBe(true)
})

test('a key that others can read is refused', async () => {
  await loadKeyring(embedded())
  await chmod(path, 0o640)
  await expect(loadKeyring(embedded())).rejects.toThrow(/can be read by other users/)
})

test('a damaged key is refused and left alone', async () => {
  await mkdir(join(folder, 'secrets'), { mode: 0o700 })
  await writeFile(path, 'short', { mode: 0o600 })
  await expect(loadKeyring(embedded())).rejects.toThrow(/too short/)
  expect(await readFile(path, 'utf8')).toBe('short')
})

test('with a database elsewhere no key is made: it must be given', async () => {
  await expect(loadKeyring(external())).rejects.toThrow(/^MASTER_KEY must be set/)
  expect(await readdir(folder)).toEqual([])
  const master = Buffer.alloc(32, 1)
  const keys = await loadKeyring({ ...external(), master_key: master })
  expect(keys.derive('x')).toHaveLength(32)
  expect(await readdir(folder)).toEqual([])
})

test('a key that was made here goes on with a database elsewhere; another beside it is refused', async () => {
  const made = await loadKeyring(embedded())
  expect((await loadKeyring(external())).derive('x').equals(made.derive('x'))).toBe(true)
  const other = { ...external(), master_key: Buffer.alloc(32, 1) }
  await expect(loadKeyring(other)).rejects.toThrow(/^MASTER_KEY differs/)
})
