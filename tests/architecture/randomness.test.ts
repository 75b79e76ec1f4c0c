import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './planted-tree.ts'
import { sourceFiles } from './source-files.ts'

// Waits between retries may be foretold; what modules and platform/crypto make may not.
it('no module and nothing in platform/crypto draws from a source that can be foretold', () => {
  const files = ['modules', 'platform/crypto', 'apps/server']
    .flatMap((folder) => sourceFiles(root, folder))
    .filter((path) => path.endsWith('.ts') && !path.includes('/test/'))
  expect(files.length).toBeGreaterThan(200)
  expect(files.filter((path) => readFileSync(join(root, path), 'utf8').includes('Math.random'))).toEqual([])
})
