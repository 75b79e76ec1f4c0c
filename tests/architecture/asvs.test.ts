import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { asvsFile, readChapters, root } from '../../tools/asvs/chapters.ts'
import { asvsProblems } from '../../tools/asvs/check.ts'
import { asvsMarkdown } from '../../tools/asvs/table.ts'

it('shows each requirement of ASVS that is called met by something that is there', () => {
  expect(asvsProblems(readChapters(), root)).toEqual([])
})

it('finds a row without proof, with a missing test, twice, or of another chapter', () => {
  const row = { id: 'V6.2.1', level: 1, status: 'met', how: 'Somehow.', shown: [] } as const
  const missing = {
    ...row,
    id: 'V6.2.2',
    shown: ['tests/architecture/tree.test.ts › what nobody tests'],
  }
  const gone = { ...row, id: 'V6.2.3', shown: ['tests/nowhere.test.ts › anything'] }
  const foreign = { ...row, id: 'V7.1.1', status: 'open' } as const
  const rows = [row, row, missing, gone, foreign]
  expect(asvsProblems([{ id: 'V6', title: 'Planted', rows }], root)).toEqual([
    'V6.2.1 is met, but nothing shows it',
    'V6.2.1 is met, but nothing shows it',
    'V6.2.1 stands there twice',
    'V6.2.2 names a test that tests/architecture/tree.test.ts does not have: what nobody tests',
    'V6.2.3 names tests/nowhere.test.ts, which is not there',
    'V7.1.1 is no requirement of V6',
  ])
})

it('has a page that says what the rows say', async () => {
  expect(await readFile(asvsFile, 'utf8')).toBe(asvsMarkdown(readChapters()))
})
