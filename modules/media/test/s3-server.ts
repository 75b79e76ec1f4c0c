import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ObjectStorage, readObjectStorage } from '@rampart/platform/config/object-storage.ts'

// versitygw answers as S3 does, with signatures, ranges and lists, over a folder: `.ci/run` installs it where there is Go.
const PROGRAM = 'versitygw'
const KEYS = { ROOT_ACCESS_KEY: 'test-access', ROOT_SECRET_KEY: 'test/secret+key' } as const

/** Whether there is an S3 server to start here. */
export function hasS3Server(): boolean {
  return spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' }).status === 0
}

export type TestS3 = {
  /** As the configuration has it, with a bucket in it that is there. */
  readonly url: string
  readonly place: ObjectStorage
  /** What lies in the bucket, on the disk. */
  readonly folder: string
  /** Ends the server at once; what it keeps stays. */
  kill(): Promise<void>
  /** Starts it again in the same place. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** An S3 server of the test's own, with an empty bucket. */
export async function startS3(): Promise<TestS3> {
  const root = await mkdtemp(join(tmpdir(), 'rampart-s3-'))
  const folder = join(root, 'shop-files')
  await mkdir(folder)
  const port = await freePort()
  const keys = `${KEYS.ROOT_ACCESS_KEY}:${encodeURIComponent(KEYS.ROOT_SECRET_KEY)}`
  const url = `http://${keys}@127.0.0.1:${String(port)}/shop-files/of-tests`
  const place = readObjectStorage(url)
  if (place === null) throw new Error('The address of the test’s bucket cannot be read.')
  let child: ChildProcess
  const start = async (): Promise<void> => {
    child = spawn(PROGRAM, ['--port', `127.0.0.1:${String(port)}`, 'posix', root], {
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], ...KEYS },
    })
    await untilReady(port)
  }
  const kill = (): Promise<void> => end(child)
  await start()
  return {
    url,
    place,
    folder,
    kill,
    start,
    async stop() {
      await kill()
      await rm(root, { recursive: true, force: true })
    },
  }
}

async function untilReady(port: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/`).catch(() => null)
    await answer?.body?.cancel()
    if (answer !== null) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The S3 server of the test does not answer.')
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
