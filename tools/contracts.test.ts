import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allContracts } from './contracts.ts'
import { root } from './run.ts'

test('every contract is found, and has a module of its name', async () => {
  const names = (await allContracts()).map((contract) => contract.name)
  expect(names).toEqual([...new Set(names)])
  expect(names).toContain('orders')
  expect(names.filter((name) => !existsSync(join(root, 'modules', name)))).toEqual([])
})
