import { spawn } from 'node:child_process'
import {
  appendFile,
  chmod,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDb } from '../db.ts'
import { startEmbedded } from '../embedded.ts'
import type { Embedded } from '../embedded.ts'
import { listedLinks, nativeSource, repairLinks } from '../embedded/native-source.ts'
import { isAlive } from '../embedded/postmaster-pid.ts'
import { systemUsers, unprivilegedUser } from '../embedded/server-user.ts'
import { sql } from '../sql.ts'
import { startChild } from './embedded-process.ts'

// Each test starts servers and processes of its own, on machines that do other things, too.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const password = 'test password'
let root: string
let dataDir: string
const running: { stop(): Promise<unknown> }[] = []

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rampart-embedded-'))
  await chmod(root, 0o755)
  dataDir = join(root, 'data')
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  await rm(root, { recursive: true, force: true })
})

async function start(folder = dataDir, log?: (message: string) => void): Promise<Embedded> {
  const server = await startEmbedded({ dataDir: folder, password, ...(log ? { log } : {}) })
  running.push(server)
  return server
}

async function child(...args: Parameters<typeof startChild>): ReturnType<typeof startChild> {
  const started = await startChild(...args)
  running.push({
    stop: () =>
      (started.child.exitCode ?? started.child.signalCode) === null ? started.stop() : Promise.resolve(),
  })
  return started
}

test('missing library links are made, also by several processes at once', async () => {
  const { folder } = await nativeSource()
  const copy = join(root, 'native')
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true })
  const links = await listedLinks(copy)
  expect(links.length).toBeGreaterThan(0)
  for (const { path } of links) await rm(join(copy, path), { force: true })
  await Promise.all(Array.from({ length: 5 }, () => repairLinks(copy)))
  for (const { path } of links) {
    expect((await lstat(join(copy, path))).isSymbolicLink()).toBe(true)
    expect((await stat(join(copy, path))).isFile()).toBe(true)
  }
})

test('a new cluster is durable, checked and closed to others; an old one starts in well under a second', async () => {
  const server = await start()
  const db = openDb({ connection: server.connection })
  const settings = await db.many<{ name: string; setting: string }>(
    sql`SELECT name, setting FROM pg_settings WHERE name = ANY(${['fsync', 'synchronous_commit', 'data_checksums', 'listen_addresses', 'jit', 'server_encoding', 'max_connections', 'full_page_writes']})`,
  )
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    data_checksums: 'on',
    listen_addresses: '',
    jit: 'off',
    server_encoding: 'UTF8',
    max_connections: '100',
  })
  await db.close()
  const hba = await readFile(join(dataDir, 'postgres/pg_hba.conf'), 'utf8')
  const methods = hba
    .split('\n')
    .filter((line) => /^(local|host)/.test(line))
    .map((line) => line.split(/\s+/).at(-1))
  expect(new Set(methods)).toEqual(new Set(['scram-sha-256']))
  expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700)
  await server.stop()
  expect(await isAlive(server.pid)).toBe(false)

  // The best of three, because the machine may be busy with other things.
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const before = Date.now()
    const again = await start()
    times.push(Date.now() - before)
    expect(again.adopted).toBe(false)
    await again.stop()
  }
  expect(Math.min(...times)).toBeLessThan(1_000)
  expect(await readdir(dataDir)).toEqual(expect.arrayContaining(['postgres', 'postgres.log']))
})

test.skipIf(process.platform !== 'linux')(
  'Ctrl-C reaches Node alone: the server is in a group of its own',
  async () => {
    const { pid } = await start()
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const [, , group, session] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    expect([group, session]).toEqual([pid, pid])
  },
)

test('as root the server runs as postgres where there is one, else as nobody', () => {
  const passwd = 'root:x:0:0:root:/root:/bin/bash\nnobody:*:-2:-2:Nobody:/:/usr/bin/false\n'
  expect(unprivilegedUser(systemUsers(passwd))).toEqual({
    name: 'nobody',
    uid: 4_294_967_294,
    gid: 4_294_967_294,
  })
  expect(unprivilegedUser(systemUsers(`${passwd}postgres:x:101:104::/:/bin/sh\n`))).toEqual({
    name: 'postgres',
    uid: 101,
    gid: 104,
  })
  expect(
    unprivilegedUser(systemUsers('root:x:0:0::/root:/bin/sh\npostgres:x:0:0::/:/bin/sh')),
  ).toBeUndefined()
})

test('another password is refused, and nothing is left running', async () => {
  const server = await start()
  const wrong = startEmbedded({ dataDir, password: 'another' })
  await expect(wrong).rejects.toThrow('has another password')
  expect(await isAlive(server.pid)).toBe(true)
  await server.stop()
  await expect(startEmbedded({ dataDir, password: 'another' })).rejects.toThrow('has another password')
  await expect(stat(join(dataDir, 'postgres/postmaster.pid'))).rejects.toThrow('ENOENT')
})

test('a server whose Node was killed is adopted, with its data', async () => {
  const killed = await child(dataDir)
  await killed.kill()
  expect(await isAlive(killed.report.pid)).toBe(true)
  const server = await start()
  expect(server).toMatchObject({ adopted: true, pid: killed.report.pid })
  const db = openDb({ connection: server.connection })
  expect(await db.one(sql`SELECT count(*) AS n FROM kept`)).toEqual({ n: 1 })
  await db.close()
  await server.stop()
  expect(await isAlive(server.pid)).toBe(false)
})

test('of several processes that start at once exactly one starts it, and the last to leave stops it', async () => {
  const all = await Promise.all([1, 2, 3].map(() => child(dataDir)))
  expect(new Set(all.map(({ report }) => report.pid)).size).toBe(1)
  expect(all.filter(({ report }) => !report.adopted)).toHaveLength(1)
  const pid = all[0]!.report.pid
  const starter = all.find(({ report }) => !report.adopted)!
  await starter.stop()
  expect(await isAlive(pid)).toBe(true)
  const [second, third] = all.filter((each) => each !== starter)
  await second!.kill()
  expect(await isAlive(pid)).toBe(true)
  await sleep(500)
  await third!.stop()
  expect(await isAlive(pid)).toBe(false)
  expect((await readdir(dataDir)).filter((name) => name.includes('init'))).toEqual([])
})

test('leaving a server that others use ends well in a program that has nothing else to do', async () => {
  await start()
  const module = JSON.stringify(new URL('../embedded.ts', import.meta.url).href)
  const options = JSON.stringify({ dataDir, password })
  const script = `const { startEmbedded } = await import(${module})
    const server = await startEmbedded(${options})
    await server.stop()
    process.exitCode = 7`
  const program = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
  expect(await once(program, 'exit')).toEqual([7, null])
})

test('several that start at once on a stopped cluster agree, too', async () => {
  await (await start()).stop()
  const all = await Promise.all([1, 2, 3].map(() => child(dataDir)))
  expect(all.filter(({ report }) => !report.adopted)).toHaveLength(1)
})

test('a stale postmaster.pid does not keep it down, whoever has the number now', async () => {
  const first = await start()
  const pidFile = join(dataDir, 'postgres/postmaster.pid')
  const content = await readFile(pidFile, 'utf8')
  await first.stop()

  await writeFile(pidFile, content)
  const second = await start()
  expect(second.adopted).toBe(false)
  await second.stop()

  // As after a reboot, when the number belongs to a program of the same user.
  const { uid, gid } = await stat(join(dataDir, 'postgres'))
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    uid,
    gid,
    cwd: '/',
    stdio: 'ignore',
  })
  try {
    await writeFile(pidFile, content.replace(/^\d+/, String(stranger.pid)))
    const messages: string[] = []
    const third = await start(dataDir, (message) => messages.push(message))
    expect(third.adopted).toBe(false)
    expect(messages.join()).toContain('stale')
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
  } finally {
    stranger.kill('SIGKILL')
  }
})

test('after kill -9 of PostgreSQL it is noticed, started again, and the pool recovers by itself', async () => {
  const first = await start()
  const db = openDb({ connection: first.connection, max: 4 })
  const restarted: string[] = []
  running.push({ stop: () => db.close() })
  await db.run(sql`CREATE TABLE acknowledged (n int)`)
  const stopListening = await db.listen('news', (payload) => restarted.push(payload))

  let acknowledged = 0
  let failed = 0
  let done = false
  const writer = async (): Promise<void> => {
    while (!done) {
      try {
        await db.tx((tx) => tx.run(sql`INSERT INTO acknowledged VALUES (1)`))
        acknowledged++
      } catch {
        failed++
        await sleep(10)
      }
    }
  }
  const writers = [writer(), writer(), writer()]
  let current = first
  for (let round = 0; round < 2; round++) {
    await sleep(200)
    const down = Promise.withResolvers<undefined>()
    current.watch(() => down.resolve(undefined))
    process.kill(current.pid, 'SIGKILL')
    await down.promise
    current = await start()
    expect(current.adopted).toBe(false)
    const before = acknowledged
    await vi.waitFor(() => expect(acknowledged).toBeGreaterThan(before + 10), { timeout: 15_000 })
  }
  done = true
  await Promise.all(writers)
  expect(failed).toBeGreaterThan(0)
  const { n } = await db.one<{ n: number }>(sql`SELECT count(*) AS n FROM acknowledged`)
  expect(n).toBeGreaterThanOrEqual(acknowledged)
  await vi.waitFor(
    async () => {
      await db.run(sql`NOTIFY news, 'back'`)
      expect(restarted).toContain('back')
    },
    { timeout: 15_000, interval: 200 },
  )
  await stopListening()
})

test('a server that was brought back is stopped by its latest user alone, and so is one whose backend crashed', async () => {
  const first = await startEmbedded({ dataDir, password })
  process.kill(first.pid, 'SIGKILL')
  await vi.waitFor(async () => expect(await isAlive(first.pid)).toBe(false))
  const second = await startEmbedded({ dataDir, password })
  const db = openDb({ connection: second.connection })
  const shares = (): Promise<object> =>
    db.one(sql`SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = 'rampart presence'`)
  // Longer than a lost share takes to be renewed.
  await sleep(2_500)
  expect(await shares()).toEqual({ n: 1 })
  const { pid } = await db.one<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
  process.kill(pid, 'SIGKILL')
  await vi.waitFor(async () => expect(await shares()).toEqual({ n: 1 }), { timeout: 20_000, interval: 200 })
  await db.close()
  await second.stop()
  expect(await isAlive(second.pid)).toBe(false)
})

test('watch says nothing of a stop that was asked for', async () => {
  const server = await start()
  let downs = 0
  server.watch(() => downs++)
  await server.stop()
  await sleep(600)
  expect(downs).toBe(0)
})

test('a data folder with a long path, blanks and quotes works', async () => {
  const odd = join(root, `it's a "shop", ${'x'.repeat(120)}`, 'data')
  const server = await start(odd)
  const { host } = server.connection as { host: string }
  expect(Buffer.byteLength(host)).toBeLessThan(82)
  expect((await stat(host)).mode & 0o077).toBe(0)
  await server.stop()
  await expect(stat(host)).rejects.toThrow('ENOENT')
  const quoted = await start(join(root, `a "b", c's`))
  expect((quoted.connection as { host: string }).host).toContain('"b"')
})

test('a folder with something else in it is left alone', async () => {
  await mkdir(join(dataDir, 'postgres'), { recursive: true })
  await writeFile(join(dataDir, 'postgres/precious'), 'x')
  await expect(startEmbedded({ dataDir, password })).rejects.toThrow('neither empty nor a PostgreSQL cluster')
  expect(await readdir(join(dataDir, 'postgres'))).toEqual(['precious'])
})

test('when PostgreSQL does not start, the error has its own words', async () => {
  await (await start()).stop()
  await appendFile(join(dataDir, 'postgres/postgresql.conf'), '\nnonsense = on\n')
  await expect(startEmbedded({ dataDir, password })).rejects.toThrow(
    /unrecognized configuration parameter "nonsense"/,
  )
})
