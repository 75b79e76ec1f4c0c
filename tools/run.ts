import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'

/** The root of the checkout. */
export const root = dirname(import.meta.dirname)

export interface Outcome {
  ok: boolean
  output: string
}

/** Path of a program that a package brings. */
export function bin(name: string): string {
  return join(root, 'node_modules', '.bin', name)
}

/** Runs a Node.js program to its end with the run-time that runs this file, and gives back what it printed. */
export function capture(program: string, args: string[], cwd = root): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', (error) => {
      resolve({ ok: false, output: `${output}${error.message}` })
    })
    child.on('close', (code) => {
      resolve({ ok: code === 0, output })
    })
  })
}
