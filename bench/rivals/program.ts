import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { environment } from '../../platform/config/environment.ts'
import { childrenOf, residentMiB } from '../processes.ts'
import type { Program } from './contestant.ts'

const KILL_AFTER_MS = 10_000

/** Starts a program; what it prints goes to the end of a file. */
export function startProgram(program: Program, log: string): ChildProcess {
  return start(process.execPath, program, log)
}

/** Runs a program to its end. @throws with its first errors when it fails */
export async function runProgram(command: string, program: Program, log: string): Promise<void> {
  const code = await endOf(start(command, program, log))
  if (code === 0) return
  const lines = (await readFile(log, 'utf8')).trim().split('\n')
  const errors = lines.filter((line) => /error/i.test(line))
  const told = (errors.length > 0 ? errors.slice(0, 2) : lines.slice(-2)).join(' ').slice(0, 200)
  throw new Error(`it ended with ${String(code)}: ${told} (all of it: ${log})`)
}

function start(command: string, { args, cwd, env }: Program, log: string): ChildProcess {
  const file = openSync(log, 'a')
  const { PATH, HOME, LANG } = environment()
  const child = spawn(command, args, {
    cwd,
    env: { PATH, HOME, LANG, NODE_ENV: 'production', ...env },
    stdio: ['ignore', file, file],
  })
  closeSync(file)
  return child
}

/** SIGTERM, then SIGKILL for a program that does not end by itself. */
export async function stopProgram(child: ChildProcess): Promise<void> {
  const killing = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS)
  child.kill('SIGTERM')
  await endOf(child)
  clearTimeout(killing)
}

/** Resident memory of a process and of all that it has started, in MiB. */
export async function treeMiB(pid: number): Promise<number> {
  const children = await childrenOf(pid)
  const sizes = await Promise.all([residentMiB(pid), ...children.map(treeMiB)])
  return sizes.reduce((sum, size) => sum + size, 0)
}

function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('error', () => resolve(null))
    child.once('exit', (code) => resolve(code))
  })
}
