import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { modules } from '../../apps/server/modules.ts'
import { routeTable } from '../../platform/http/route-table.ts'
import { root } from '../../tools/asvs/chapters.ts'
import { proofProblems } from '../../tools/asvs/check.ts'
import { permissionsFile, permissionsMarkdown } from '../../tools/permissions/page.ts'
import { accessMatrix } from '../support/access-matrix.ts'
import { isExempt, missingRows } from '../support/matrix.ts'
import { ownershipMatrix } from '../support/ownership-matrix.ts'

const contracts = modules.map((module) => module.contract)

it('has a row for each operation and each id in the matrix of who may do what', () => {
  expect(missingRows(routeTable(contracts), accessMatrix, ownershipMatrix)).toEqual([])
})

it('has a page of who may do what that says the same; run `npm run permissions -- --write`', async () => {
  expect(await readFile(permissionsFile, 'utf8')).toBe(permissionsMarkdown(contracts))
})

it('tries each id that the matrix leaves out where it says so', () => {
  const elsewhere = Object.values(ownershipMatrix)
    .flatMap((row) => Object.values(row))
    .flatMap((row) => (isExempt(row) && row.tried !== undefined ? [row.tried] : []))
  expect(elsewhere).not.toHaveLength(0)
  expect(elsewhere.flatMap((test) => proofProblems(test, root))).toEqual([])
})
