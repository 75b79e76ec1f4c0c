import { spawn } from 'node:child_process'
import { SCAN_MS, type Scan, type Verdict } from './scan.ts'

/** Hands bytes to a program's standard input: it ends with 0 for clean and 1 for infected, as clamscan does. */
export function scanByProgram(path: string, timeoutMs = SCAN_MS): Scan {
  return (bytes) =>
    new Promise((resolve) => {
      // No shell and no argument: nothing of a file or its name is ever part of a command.
      const program = spawn(path, [], {
        stdio: ['pipe', 'ignore', 'ignore'],
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
      })
      let read = false
      const end = (verdict: Verdict): void => resolve(verdict)
      program.on('error', () => end('unknown'))
      program.on('close', (code) => end(verdictOf(code, read)))
      // A program that does not read all of a file has not looked at all of it; what it finds early counts.
      program.stdin.on('error', () => undefined)
      program.stdin.on('finish', () => (read = true))
      program.stdin.end(bytes)
    })
}

function verdictOf(code: number | null, read: boolean): Verdict {
  if (code === 1) return 'infected'
  return code === 0 && read ? 'clean' : 'unknown'
}
