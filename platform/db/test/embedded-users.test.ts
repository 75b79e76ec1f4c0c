import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { isAlive } from '../embedded/postmaster-pid.ts'
import { makeCheckout } from './checkout.ts'
import { startChild } from './embedded-process.ts'

// Each test starts servers and processes of its own, on machines that do other things, too.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const asRoot = process.getuid?.() === 0 && process.platform === 'linux'
const nobody = { uid: 65_534, gid: 65_534 }

// A home as useradd makes it today, and the temporary folder of the processes under test.
let root: string
let home: string
let temporary: string
let env: Record<string, string>
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'rampart-users-'))
  await chmod(root, 0o755)
  home = join(root, 'home')
  await mkdir(home, { mode: 0o700 })
  if (asRoot) await makeCheckout(join(home, 'shop'))
})
beforeEach(async () => {
  temporary = await mkdtemp(join(root, 'tmp-'))
  await chmod(temporary, 0o1777)
  env = { HOME: home, TMPDIR: temporary }
})
afterAll(() => rm(root, { recursive: true, force: true }))

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const child of running.splice(0)) await child.stop()
})

async function start(...args: Parameters<typeof startChild>): ReturnType<typeof startChild> {
  const child = await startChild(...args)
  running.push(child)
  return child
}

const uidOf = async (pid: number): Promise<number> => (await stat(`/proc/${pid}`)).uid

describe.skipIf(!asRoot)('as root (skipped unless the tests run as root on Linux)', () => {
  test('a checkout in a closed home works: programs are staged, the cluster is kept outside and said so', async () => {
    const checkout = join(home, 'shop')
    const dataDir = join(checkout, 'data')
    let cluster: string | undefined
    try {
      const { report, stop } = await startChild(dataDir, { checkout, env })
      cluster = await readlink(join(dataDir, 'postgres'))
      expect(report.uid).toBe(0)
      expect(await uidOf(report.pid)).not.toBe(0)
      expect(report.messages.join('\n')).toContain(`the database is kept in ${cluster}`)
      expect(cluster).toMatch(/^\/var\/lib\/rampart\//)
      const staged = (await readdir(temporary)).filter((name) => name.startsWith('rampart-pg-'))
      expect(staged).toHaveLength(1)
      await expectClosed(join(temporary, staged[0]!))
      await stop()

      const again = await startChild(dataDir, { checkout, env })
      expect(again.report).toMatchObject({ adopted: false, rows: 2 })
      await again.kill()
      expect(await isAlive(again.report.pid)).toBe(true)
      const adopting = await startChild(dataDir, { checkout, env })
      expect(adopting.report).toMatchObject({ adopted: true, pid: again.report.pid, rows: 3 })
      await adopting.stop()

      await rm(dirname(cluster), { recursive: true })
      await expect(startChild(dataDir, { checkout, env })).rejects.toThrow(
        'is a link to a database that is gone',
      )
    } finally {
      if (cluster !== undefined) await rm(dirname(cluster), { recursive: true, force: true })
      await rmdir('/var/lib/rampart').catch(() => undefined)
      await rm(dataDir, { recursive: true, force: true })
    }
  })

  test('a damaged or planted copy of the programs is not used', async () => {
    const checkout = join(home, 'shop')
    const first = await start(join(temporary, 'data'), { checkout, env })
    await first.stop()
    const [name = ''] = (await readdir(temporary)).filter((entry) => entry.startsWith('rampart-pg-'))
    const staged = join(temporary, name)

    const program = join(staged, 'bin/initdb')
    await rm(program)
    await writeFile(program, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    await (await start(join(temporary, 'data'), { checkout, env })).stop()
    expect((await stat(program)).size).toBeGreaterThan(100_000)

    const planted = join(root, 'planted')
    await cp(staged, planted, { recursive: true, verbatimSymlinks: true })
    await rm(staged, { recursive: true })
    await cp(planted, staged, { recursive: true, verbatimSymlinks: true })
    await chown(join(staged, 'bin/postgres'), nobody.uid, nobody.gid)
    await chown(staged, nobody.uid, nobody.gid)
    await (await start(join(temporary, 'data'), { checkout, env })).stop()
    await expectClosed(staged)
    expect((await readdir(temporary)).filter((entry) => entry.startsWith('rampart-pg-'))).toEqual([name])
  })

  test('several that start at once in a closed home stage once and start once', async () => {
    const checkout = join(home, 'shop')
    const dataDir = join(temporary, 'data')
    const all = await Promise.all([1, 2, 3].map(() => start(dataDir, { checkout, env })))
    expect(all.filter(({ report }) => !report.adopted)).toHaveLength(1)
    expect((await readdir(temporary)).filter((entry) => entry.startsWith('rampart-pg-'))).toHaveLength(1)
  })

  test('a data folder of root’s own is opened to the server alone', async () => {
    const dataDir = join(temporary, 'data')
    await mkdir(dataDir, { mode: 0o700 })
    const { report } = await start(dataDir, { env })
    expect((await lstat(join(dataDir, 'postgres'))).isDirectory()).toBe(true)
    expect((await stat(dataDir)).mode & 0o777).toBe(0o710)
    expect((await stat(dataDir)).gid).toBe((await stat(join(dataDir, 'postgres'))).gid)
    expect(await uidOf(report.pid)).not.toBe(0)
  })

  test('an ordinary user in a closed home runs everything as itself, without a copy', async () => {
    const own = join(root, 'user')
    await cp(home, own, { recursive: true, verbatimSymlinks: true })
    await chownTree(own)
    const checkout = join(own, 'shop')
    const { report } = await start(join(checkout, 'data'), { checkout, env, ...nobody })
    expect(report.uid).toBe(nobody.uid)
    expect(await uidOf(report.pid)).toBe(nobody.uid)
    expect(await readdir(temporary)).toEqual([])
    expect((await lstat(join(checkout, 'data/postgres'))).isDirectory()).toBe(true)
  })

  test('an ordinary user who may not write to the install gets a copy, because its links cannot be made', async () => {
    const shared = join(root, 'shared')
    await cp(join(home, 'shop'), shared, { recursive: true, verbatimSymlinks: true })
    const { report } = await start(join(temporary, 'data'), { checkout: shared, env, ...nobody })
    expect(await uidOf(report.pid)).toBe(nobody.uid)
    const staged = (await readdir(temporary)).filter((entry) => entry.startsWith('rampart-pg-'))
    expect(staged).toHaveLength(1)
    expect((await stat(join(temporary, staged[0]!))).uid).toBe(nobody.uid)
  })

  test('root adopts and continues what an ordinary user began, as that user', async () => {
    const dataDir = join(temporary, 'data')
    const begun = await start(dataDir, { env, ...nobody })
    await begun.kill()
    running.length = 0
    const { report, stop } = await start(dataDir, { env })
    expect(report).toMatchObject({ adopted: true, pid: begun.report.pid, rows: 2 })
    await stop()
    running.length = 0
    const later = await start(dataDir, { env })
    expect(await uidOf(later.report.pid)).toBe(nobody.uid)
  })
})

async function expectClosed(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const { uid, mode } = await lstat(join(entry.parentPath, entry.name))
    expect(uid).toBe(0)
    if (!entry.isSymbolicLink()) expect(mode & 0o022).toBe(0)
  }
  expect((await lstat(folder)).uid).toBe(0)
}

async function chownTree(folder: string): Promise<void> {
  await chown(folder, nobody.uid, nobody.gid)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), nobody.uid, nobody.gid)
  }
}
