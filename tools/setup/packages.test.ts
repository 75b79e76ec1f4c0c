import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { missingPackages, runtimeMissing } from './packages.mjs'
import { withoutHosts } from './run.mjs'

let root = ''
const wanted = {
  '': { version: '1.0.0' },
  'modules/cart': { version: '1.0.0' },
  'node_modules/@rampart/cart': { resolved: 'modules/cart', link: true },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/mac-only': { version: '1.0.0', integrity: 'sha512-m', optional: true },
}

function write(path: string, packages: unknown) {
  writeFileSync(join(root, path), JSON.stringify({ packages }))
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rampart-setup-'))
  mkdirSync(join(root, 'node_modules'))
  write('package-lock.json', wanted)
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

test('without an install, packages are missing', () => {
  expect(missingPackages(root)).toBe('none are installed yet')
})

test('packages of other platforms may be missing, and others may lie about', () => {
  const { 'node_modules/mac-only': _, ...here } = wanted
  write('node_modules/.package-lock.json', { ...here, 'node_modules/extra': { version: '9.0.0' } })
  expect(missingPackages(root)).toBeUndefined()
})

test('another version, another content or a missing link asks for an install', () => {
  const other = { ...wanted, 'node_modules/a': { version: '1.0.1', integrity: 'sha512-a' } }
  write('node_modules/.package-lock.json', other)
  expect(missingPackages(root)).toBe('some have changed')
  write('node_modules/.package-lock.json', {
    ...wanted,
    'node_modules/a': { version: '1.0.0', integrity: 'x' },
  })
  expect(missingPackages(root)).toBe('some have changed')
  write('node_modules/.package-lock.json', { 'node_modules/a': wanted['node_modules/a'] })
  expect(missingPackages(root)).toBe('some are missing')
})

test('a damaged lockfile is said plainly', () => {
  writeFileSync(join(root, 'package-lock.json'), '{')
  expect(() => missingPackages(root)).toThrow('package-lock.json is missing or damaged')
})

test('the run-time is missing until its program and its link are there', () => {
  expect(runtimeMissing(root)).toBe(true)
  for (const path of ['node/bin', '.bin']) {
    mkdirSync(join(root, 'node_modules', path), { recursive: true })
    writeFileSync(join(root, 'node_modules', path, 'node'), '')
  }
  expect(runtimeMissing(root)).toBe(false)
})

test('what npm says is shown without addresses', () => {
  expect(withoutHosts("404 Not Found - GET http://10.0.0.1:4873/a - 'https://r.example/b'")).toBe(
    "404 Not Found - GET <address> - '<address>'",
  )
})
