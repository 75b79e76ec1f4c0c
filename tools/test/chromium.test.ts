import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findChromium } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'rampart-chromium-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

test('Chromium is found in PATH by any of its names, when it can be run', () => {
  for (const name of ['empty', 'plain', 'real']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'plain/chromium'), '', { mode: 0o644 })
  writeFileSync(join(folder, 'real/google-chrome'), '', { mode: 0o755 })
  const path = (...names: string[]) => names.map((name) => join(folder, name)).join(':')
  expect(findChromium(path('empty', 'plain', 'real'))).toBe(join(folder, 'real/google-chrome'))
  expect(findChromium(path('empty'))).toBeUndefined()
  expect(findChromium('')).toBeUndefined()
})
