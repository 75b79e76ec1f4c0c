import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What `embedded-child.ts` says of the server. */
export type Report = {
  adopted: boolean
  pid: number
  connection: { host: string; port: number; user: string; password: string; database: string }
  took: number
  rows: number
  messages: string[]
  uid: number
}

export type ChildOptions = { checkout?: string; uid?: number; gid?: number; env?: Record<string, string> }

const here = fileURLToPath(new URL('../../../', import.meta.url))

/** Starts a process of its own that starts the embedded server; rejects with its errors when it cannot. */
export async function startChild(
  dataDir: string,
  options: ChildOptions = {},
): Promise<{ report: Report; child: ChildProcess; stop(): Promise<void>; kill(): Promise<void> }> {
  const { checkout = here, env = {}, ...user } = options
  const script = join(checkout, 'platform/db/test/embedded-child.ts')
  const child = spawn(process.execPath, [script, dataDir], { ...user, env, cwd: '/', stdio: 'pipe' })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const line = await lines.next()
  if (line.done === true) throw new Error(errors)
  const ended = once(child, 'exit')
  return {
    report: JSON.parse(line.value) as Report,
    child,
    async stop() {
      child.stdin.write('stop\n')
      await ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
