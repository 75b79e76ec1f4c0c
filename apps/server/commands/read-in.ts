import process from 'node:process'
import { progressBar } from '../catalog-import/progress-bar.ts'
import { CommandError } from './command-error.ts'
import { isThere } from './is-there.ts'
import type { Runtime } from '../boot/runtime.ts'
import { withRuntime } from './with-runtime.ts'

export type ReadIn = {
  readonly bar: ReturnType<typeof progressBar>
  /** Prints the first of what is refused. */
  readonly onReject: (reject: { readonly line: number; readonly reason: string }) => void
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
}

const SHOWN_REJECTS = 20

/**
 * Runs a command that reads files into the shop, with a bar of its progress.
 * @throws CommandError when one of the paths cannot be read
 */
export async function readIn<T>(
  paths: readonly (string | undefined)[],
  work: (runtime: Runtime, desk: ReadIn) => Promise<T>,
): Promise<T> {
  for (const path of paths) {
    if (path !== undefined && !(await isThere(path))) throw new CommandError(`${path} cannot be read.`)
  }
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  const bar = progressBar(process.stdout)
  let shown = 0
  const onReject: ReadIn['onReject'] = ({ line, reason }) => {
    shown += 1
    if (shown > SHOWN_REJECTS) return
    bar.clear()
    process.stderr.write(`line ${String(line)}: ${reason}\n`)
  }
  const done = await withRuntime((runtime) => work(runtime, { bar, onReject, signal: stop.signal }))
  bar.clear()
  return done
}
