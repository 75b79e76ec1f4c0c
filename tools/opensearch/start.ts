import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../run.ts'
import { jars } from './fetch.ts'

export type RunningOpenSearch = { readonly url: string; readonly pid: number; stop(): Promise<void> }

const START_MS = 120_000
const STOP_MS = 10_000

/**
 * Starts an OpenSearch on this machine alone, with at most 768 MB of heap and its data in a temporary folder that goes with
 * it. It ends with this process, however that ends.
 */
export async function startOpenSearch(port?: number): Promise<RunningOpenSearch> {
  const chosen = port ?? (await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'rampart-opensearch-'))
  const output = join(folder, 'output.log')
  const source = join(root, 'tools', 'opensearch', 'OneNode.java')
  const options = ['-Xms256m', '-Xmx768m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1']
  const child = spawn(
    'bash',
    [
      '-c',
      'exec java "$@" >"$0" 2>&1',
      output,
      ...options,
      '-cp',
      `${jars}/*`,
      source,
      folder,
      String(chosen),
    ],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  )
  const url = `http://127.0.0.1:${String(chosen)}`
  const stop = async () => {
    await end(child)
    rmSync(folder, { recursive: true, force: true })
  }
  const by = Date.now() + START_MS
  while (!(await isReady(url))) {
    if (child.exitCode === null && Date.now() < by) {
      await sleep(250)
      continue
    }
    const said = readFileSync(output, 'utf8').split('\n').slice(-20).join('\n')
    await stop()
    throw new Error(`OpenSearch did not start:\n${said}`)
  }
  return { url, pid: child.pid ?? 0, stop }
}

async function isReady(url: string): Promise<boolean> {
  const health = `${url}/_cluster/health?wait_for_status=yellow&timeout=1s`
  return await fetch(health, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  )
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.stdin?.end()
  const killer = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
  await ended
  clearTimeout(killer)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
