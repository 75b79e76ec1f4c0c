import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const cli = fileURLToPath(new URL('../../apps/server/cli.ts', import.meta.url))
const READY_MS = 120_000

/** What each way to start prints last, when everything answers. */
const lastWords = { start: 'Stop with Ctrl-C', demo: 'Mails are written to' } as const

export type ShopOptions = {
  /** An empty shop, or the furnished one; `start` unless told. */
  readonly command?: keyof typeof lastWords
  /** Kept between starts of one test; a temporary folder unless told. */
  readonly dataDir?: string
  readonly port?: number
  /** Serving processes; 2 unless told. */
  readonly processes?: number
  readonly env?: Readonly<Record<string, string>>
}

/** A server as a merchant starts it: its own processes, its own PostgreSQL. */
export type ShopServer = {
  readonly url: string
  readonly port: number
  readonly pid: number
  readonly dataDir: string
  /** What it has printed so far. */
  output(): string
  /** SIGTERM, and waits for the end. Answers the exit code. */
  stop(): Promise<number | null>
  /** SIGKILL to the supervisor; the serving processes notice and end. Waits until the port is free. */
  kill(): Promise<void>
}

/** Starts `rampart start` (or `rampart demo`) and waits until it answers. */
export async function startShop(options: ShopOptions = {}): Promise<ShopServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'rampart-shop-')))
  const port = options.port ?? (await freePort())
  const command = options.command ?? 'start'
  const child = spawn(process.execPath, [cli, command], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATA_DIR: dataDir,
      PORT: String(port),
      WEB_CONCURRENCY: String(options.processes ?? 2),
      LOG_LEVEL: 'warn',
      // Everything comes from the one address of this machine; tests of the limits switch them on.
      RATE_LIMITS: 'off',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // A test run that ends half-way takes its servers with it.
  const leave = (): void => void child.kill('SIGTERM')
  process.once('exit', leave)
  child.once('exit', () => process.off('exit', leave))
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const url = `http://127.0.0.1:${String(port)}`
  await waitUntilReady(url, child, () => printed, lastWords[command])
  return {
    url,
    port,
    pid: child.pid ?? 0,
    dataDir,
    output: () => printed,
    stop: async () => {
      child.kill('SIGTERM')
      return exitOf(child)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await exitOf(child)
      await waitUntilGone(url)
    },
  }
}

/** Removes the data of a stopped server. */
export async function removeData(dataDir: string): Promise<void> {
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
}

/** A password that sign-up takes. */
export function newPassword(): string {
  return `${randomBytes(12).toString('base64url')}-long-enough`
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

async function waitUntilReady(
  url: string,
  child: ChildProcess,
  printed: () => string,
  words: string,
): Promise<void> {
  const end = Date.now() + READY_MS
  while (Date.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The server ended: ${printed()}`)
    const up = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (up && printed().includes(words)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`The server did not start: ${printed()}`)
}

async function waitUntilGone(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const up = await fetch(`${url}/health`).then(
      () => true,
      () => false,
    )
    if (!up) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The serving processes outlived their supervisor.')
}
