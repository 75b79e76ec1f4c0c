import { afterEach, expect, test } from 'vitest'
import { fileLengths } from './file-lengths.ts'
import { badNames } from './file-names.ts'
import { misshapenModules } from './module-shape.ts'
import { foreignSchemas } from './own-schema.ts'
import { folderCycles } from './platform-order.ts'
import { plant, type PlantedTree } from './planted-tree.ts'

// Each check of the tree is seen to catch what it is for.

let tree: PlantedTree | undefined

function planted(files: Record<string, string>): string {
  tree = plant(files)
  return tree.folder
}

afterEach(() => {
  tree?.remove()
})

const lines = (count: number) => 'x\n'.repeat(count)
const manifest = (name: string, exports: unknown = { '.': './module.ts' }) =>
  JSON.stringify({ name: `@rampart/${name}`, exports })

test('file lengths are counted over the code that people write', () => {
  const root = planted({
    'a.ts': lines(10),
    'b.ts': lines(20),
    'c.tsx': lines(500),
    'node_modules/d.ts': lines(900),
    'notes.md': lines(900),
  })
  expect(fileLengths(root)).toEqual({ median: 20, p90: 500, longest: { path: 'c.tsx', lines: 500 } })
})

test('folders with empty names and index files are found', () => {
  const root = planted({
    'modules/cart/helpers/a.ts': '',
    'modules/cart/services/b.sql': '',
    'ui/kit/index.ts': '',
    'apps/admin/app/routes/index.tsx': '',
    'modules/cart/add-item.ts': '',
  })
  expect(badNames(root)).toEqual([
    'apps/admin/app/routes/index.tsx',
    'modules/cart/helpers/a.ts',
    'modules/cart/services/b.sql',
    'ui/kit/index.ts',
  ])
})

test('a module that exports more than its root, or does not explain itself, is found', () => {
  const root = planted({
    'modules/cart/package.json': manifest('cart'),
    'modules/cart/module.ts': '',
    'modules/cart/README.md': lines(59),
    'modules/orders/package.json': manifest('orders', { '.': './module.ts', './*': './*' }),
    'modules/orders/module.ts': '',
    'modules/orders/README.md': lines(60),
    'modules/media/package.json': manifest('pictures'),
  })
  expect(misshapenModules(root)).toEqual([
    'media is not called @rampart/media',
    'media has no module.ts',
    'media has no README.md',
    'orders exports more than ./module.ts',
    'orders has a README.md of 60 lines or more',
  ])
})

const twoModules = {
  'modules/cart/package.json': manifest('cart'),
  'modules/orders/package.json': manifest('orders'),
}

test.each([
  ['get.ts', "const a = tx.query('select 1 from orders.line')", 'orders.line'],
  ['get.ts', 'const a = sql`select 1 from cart.cart c, "orders"."line" l where l.id = ${id}`', 'orders.line'],
  ['get.ts', "const a = db.selectFrom('orders.line as l')", 'orders.line as l'],
  ['get.ts', "const a = db.selectFrom('cart.cart').innerJoin('orders.line', 'a', 'b')", 'orders.line'],
  ['get.ts', "const a = db.withSchema('orders')", 'orders'],
  ['get.ts', 'const a = `UPDATE orders.line SET x = 1`', 'orders.line'],
  ['0001.sql', 'ALTER TABLE cart.line ADD FOREIGN KEY (id) REFERENCES orders.line (id);', 'orders.line'],
  ['get.ts', "const a = tx.query('delete from platform_events.inbox')", 'platform_events.inbox'],
  ['0001.sql', 'DROP VIEW orders.open_lines;', 'orders.open_lines'],
])('SQL of one module that touches the schema of another is found: %s %s', (name, text, table) => {
  const root = planted({ ...twoModules, [`modules/cart/${name}`]: text })
  expect(foreignSchemas(root)).toEqual([`modules/cart/${name}: ${table}`])
})

test.each([
  ['get.ts', "const a = tx.query('select 1 from cart.line where x = $1')"],
  ['get.ts', 'const a = calls.orders.getOrder({})\nconst b = `from ${orders.total}`'],
  ['get.ts', "export const listens = { 'orders.order-cancelled.v1': 1 }"],
  ['get.ts', "import { orders } from '@rampart/contracts/orders.ts'"],
  ['0001.sql', '-- the numbers come from orders.line, by event\nCREATE TABLE cart.line (id uuid);'],
])('what only looks like another schema is let pass: %s %s', (name, text) => {
  expect(foreignSchemas(planted({ ...twoModules, [`modules/cart/${name}`]: text }))).toEqual([])
})

test('folders of the platform that import each other are found, whichever files do it', () => {
  const root = planted({
    'platform/cache/near.ts': "import { run } from '../jobs/run.ts'",
    'platform/cache/far.ts': '',
    'platform/jobs/run.ts': '',
    'platform/jobs/queue.ts': "import type { Far } from '@rampart/platform/cache/far.ts'",
    'platform/db/pool.ts': '',
    'platform/db/test/pool.test.ts': "import { database } from '../../testing/database.ts'",
    'platform/testing/database.ts': "import { pool } from '../db/pool.ts'",
  })
  expect(folderCycles(root)).toEqual(['cache → jobs → cache'])
})
