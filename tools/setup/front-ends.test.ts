import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sourceHash, staleFrontEnds } from './front-ends.mjs'

let root = ''

function write(path: string, content: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), content)
}

function stale() {
  return staleFrontEnds(root).map((app) => app.name)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rampart-build-'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

test('an app without sources is left alone', () => {
  write('apps/storefront/package.json', '{}')
  expect(stale()).toEqual([])
})

test('an app is built once, and again only when something it is made from changes', () => {
  write('apps/storefront/react-router.config.ts', '')
  expect(stale()).toEqual(['storefront'])
  write('apps/storefront/build/.sources', sourceHash(root, 'storefront'))
  expect(stale()).toEqual([])

  for (const path of [
    'apps/storefront/test/a.test.ts',
    'ui/kit/README.md',
    'apps/admin/app/a.ts',
    'modules/a.ts',
  ]) {
    write(path, 'x')
    expect(stale(), path).toEqual([])
  }
  for (const path of ['apps/storefront/app/a.ts', 'ui/kit/a.tsx', 'contracts/a.ts', 'platform/money/a.ts']) {
    write(path, 'x')
    expect(stale(), path).toEqual(['storefront'])
    write('apps/storefront/build/.sources', sourceHash(root, 'storefront'))
  }
})
