import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withLock } from './lock.mjs'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rampart-lock-'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

/** Another process that appends `in` and, a while later, `out` to a file while it holds the lock. */
function worker(): Promise<number | null> {
  const code = `
    import { appendFileSync } from 'node:fs'
    import { withLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.mjs'))}
    await withLock(${JSON.stringify(root)}, async () => {
      appendFileSync(${JSON.stringify(join(root, 'log'))}, 'in ')
      await new Promise((resolve) => setTimeout(resolve, 150))
      appendFileSync(${JSON.stringify(join(root, 'log'))}, 'out ')
    })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: 'ignore' })
  return new Promise((resolve) => child.on('close', resolve))
}

test('two set-ups of one checkout run one after the other', async () => {
  expect(await Promise.all([worker(), worker(), worker()])).toEqual([0, 0, 0])
  expect(readFileSync(join(root, 'log'), 'utf8')).toBe('in out in out in out ')
})

test('a lock whose holder is gone is taken over', async () => {
  const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await new Promise((resolve) => gone.on('close', resolve))
  mkdirSync(join(root, '.setup.lock'))
  writeFileSync(join(root, '.setup.lock/holder'), `${hostname()} ${String(gone.pid)}`)
  let ran = false
  await withLock(root, () => {
    ran = true
    return Promise.resolve()
  })
  expect(ran).toBe(true)
  expect(existsSync(join(root, '.setup.lock'))).toBe(false)
})

test('the lock is given back when the work fails', async () => {
  await expect(withLock(root, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network')
  expect(existsSync(join(root, '.setup.lock'))).toBe(false)
})
