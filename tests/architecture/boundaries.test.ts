import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { link, plant, root, type PlantedTree } from './planted-tree.ts'

interface Violation {
  rule: { name: string }
  from: string
  to: string
}

type Names = Record<string, string>
const manifest = (name: string, exports: Names, dependencies: Names = {}, devDependencies: Names = {}) =>
  JSON.stringify({ name: `@rampart/${name}`, type: 'module', exports, dependencies, devDependencies })
const everyFile = { './*.ts': './*.ts' }
const moduleRoot = { '.': './module.ts' }
const uses = (...imports: string[]) =>
  imports.map((from) => `import '${from}'\n`).join('') + 'export const x = 1\n'

const manifests: Names = {
  'package.json': JSON.stringify({ type: 'module', devDependencies: { vitest: '*' } }),
  'platform/package.json': manifest('platform', everyFile, { zod: '*' }),
  'contracts/package.json': manifest('contracts', everyFile, { zod: '*', '@rampart/platform': '*' }),
  'modules/cart/package.json': manifest('cart', moduleRoot, {
    '@rampart/platform': '*',
    '@rampart/orders': '*',
  }),
  'modules/orders/package.json': manifest(
    'orders',
    moduleRoot,
    { '@rampart/platform': '*', '@rampart/contracts': '*' },
    { vitest: '*' },
  ),
  'apps/server/package.json': manifest('server', everyFile, { '@rampart/orders': '*' }),
  'apps/storefront/package.json': manifest(
    'storefront',
    {},
    { '@rampart/client': '*', '@rampart/contracts': '*' },
  ),
  'apps/admin/package.json': manifest('admin', {}, { '@rampart/client': '*', '@rampart/platform': '*' }),
  'ui/client/package.json': manifest('client', everyFile, {
    '@rampart/contracts': '*',
    '@rampart/platform': '*',
  }),
  'ui/kit/package.json': manifest('kit', everyFile, { '@rampart/contracts': '*' }),
}

/** What the table allows. */
const right: Names = {
  'platform/contract/define.ts': uses('zod', '../money/money.ts'),
  'platform/money/money.ts': uses(),
  'platform/db/pool.ts': uses('node:fs', '../contract/define.ts'),
  'platform/testing/database.ts': uses('../db/pool.ts'),
  'contracts/orders.ts': uses(
    'zod',
    '@rampart/platform/contract/define.ts',
    '@rampart/platform/money/money.ts',
  ),
  'modules/orders/module.ts': uses('./place-order.ts', '@rampart/contracts/orders.ts'),
  'modules/orders/place-order.ts': uses('./domain/states.ts', '@rampart/platform/db/pool.ts'),
  'modules/orders/domain/states.ts': uses('./totals.ts', '@rampart/platform/money/money.ts'),
  'modules/orders/domain/totals.ts': uses(),
  'modules/orders/test/place-order.200.test.ts': uses(
    'vitest',
    '../module.ts',
    '@rampart/platform/testing/database.ts',
  ),
  'apps/server/compose.ts': uses('@rampart/orders', '../../contracts/orders.ts', '../../platform/db/pool.ts'),
  'ui/client/client.ts': uses('@rampart/contracts/orders.ts'),
  'apps/storefront/app/home.ts': uses('@rampart/client/client.ts'),
  'apps/storefront/app/route.ts': uses('./part.ts'),
  'apps/storefront/app/part.ts': `import type { x } from './route.ts'\nexport type Data = typeof x\n`,
}

/** One file, or more, against each rule. */
const wrong: Names = {
  'contracts/cart.ts': uses('../platform/db/pool.ts', '../modules/cart/module.ts'),
  'contracts/files.ts': uses('node:fs'),
  'modules/cart/module.ts': uses('@rampart/orders'),
  'modules/cart/add-item.ts': uses('../orders/place-order.ts'),
  'modules/cart/domain/price.ts': uses(
    '../add-item.ts',
    'node:crypto',
    'zod',
    '@rampart/platform/db/pool.ts',
  ),
  'apps/server/peek.ts': uses('../../modules/orders/place-order.ts'),
  'apps/storefront/app/cart.ts': uses('@rampart/contracts/orders.ts'),
  'apps/admin/app/orders.ts': uses('../../server/compose.ts', '@rampart/platform/db/pool.ts'),
  'ui/client/reach.ts': uses('../../platform/db/pool.ts'),
  'ui/kit/button.ts': uses('@rampart/contracts/orders.ts'),
  'platform/http/routes.ts': uses('../../contracts/orders.ts', '../../modules/orders/module.ts'),
  'platform/http/server.ts': uses('../../apps/server/compose.ts'),
  'tests/race/oversell.ts': uses('../../modules/orders/place-order.ts'),
  'tools/evaluate/peek.ts': uses('../../modules/orders/place-order.ts'),
  'platform/db/seed.ts': uses('../testing/database.ts'),
  'modules/orders/lint.ts': uses('vitest', 'pg'),
  'platform/log/missing.ts': uses('./nowhere.ts'),
  'apps/admin/app/one.ts': uses('./two.ts'),
  'apps/admin/app/two.ts': uses('./one.ts'),
  'platform/auth/one.ts': uses('./two.ts'),
  'platform/auth/two.ts': `import type { x } from './one.ts'\nexport type T = typeof x\n`,
}

const expected: [rule: string, from: string, to: string][] = [
  ['contracts-are-plain-data', 'contracts/cart.ts', 'platform/db/pool.ts'],
  ['contracts-are-plain-data', 'contracts/cart.ts', 'modules/cart/module.ts'],
  ['contracts-run-in-browsers', 'contracts/files.ts', 'fs'],
  ['modules-do-not-know-each-other', 'modules/cart/module.ts', 'modules/orders/module.ts'],
  ['modules-do-not-know-each-other', 'modules/cart/add-item.ts', 'modules/orders/place-order.ts'],
  ['domain-is-pure', 'modules/cart/domain/price.ts', 'modules/cart/add-item.ts'],
  ['domain-is-pure', 'modules/cart/domain/price.ts', 'crypto'],
  ['domain-is-pure', 'modules/cart/domain/price.ts', 'platform/db/pool.ts'],
  ['server-sees-module-roots', 'apps/server/peek.ts', 'modules/orders/place-order.ts'],
  ['front-ends-see-ui', 'apps/storefront/app/cart.ts', 'contracts/orders.ts'],
  ['front-ends-see-ui', 'apps/admin/app/orders.ts', 'apps/server/compose.ts'],
  ['front-ends-see-ui', 'apps/admin/app/orders.ts', 'platform/db/pool.ts'],
  ['client-is-made-from-contracts', 'ui/client/reach.ts', 'platform/db/pool.ts'],
  ['kit-stands-alone', 'ui/kit/button.ts', 'contracts/orders.ts'],
  ['browser-code-stays-in-browsers', 'ui/client/reach.ts', 'fs'],
  ['platform-knows-no-business', 'platform/http/routes.ts', 'contracts/orders.ts'],
  ['platform-knows-no-business', 'platform/http/routes.ts', 'modules/orders/module.ts'],
  ['platform-knows-no-business', 'platform/http/server.ts', 'apps/server/compose.ts'],
  ['tests-see-module-roots', 'tests/race/oversell.ts', 'modules/orders/place-order.ts'],
  ['evaluations-see-domains', 'tools/evaluate/peek.ts', 'modules/orders/place-order.ts'],
  ['production-code-needs-no-tests', 'platform/db/seed.ts', 'platform/testing/database.ts'],
  ['production-code-needs-no-dev-packages', 'modules/orders/lint.ts', 'vitest'],
  ['packages-are-declared', 'modules/orders/lint.ts', 'pg'],
  ['imports-resolve', 'platform/log/missing.ts', './nowhere.ts'],
  ['no-cycles', 'platform/auth/one.ts', 'platform/auth/two.ts'],
  ['no-front-end-cycles', 'apps/admin/app/one.ts', 'apps/admin/app/two.ts'],
]

let tree: PlantedTree
let violations: Violation[] = []

beforeAll(() => {
  tree = plant({
    ...manifests,
    ...right,
    ...wrong,
    '.dependency-cruiser.cjs': readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8'),
    'tsconfig.base.json': readFileSync(join(root, 'tsconfig.base.json'), 'utf8'),
    'tsconfig.json': readFileSync(join(root, 'tsconfig.json'), 'utf8'),
  })
  const real = (name: string) => join(root, 'node_modules', name)
  link(tree.folder, { zod: real('zod'), pg: real('pg'), vitest: real('vitest') })
  for (const path of ['platform', 'contracts', 'modules/cart', 'modules/orders', 'ui/client', 'ui/kit']) {
    link(tree.folder, { [`@rampart/${path.split('/').at(-1) ?? ''}`]: join(tree.folder, path) })
  }
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', '.']
  const program = join(root, 'node_modules/.bin/depcruise')
  const output = execFileSync(process.execPath, [program, ...args], {
    cwd: tree.folder,
    maxBuffer: 64 * 1024 * 1024,
  }).toString()
  violations = (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations
})

afterAll(() => {
  tree.remove()
})

test.each(expected)('%s: %s must not import %s', (rule, from, to) => {
  const caught = violations.some(
    (violation) =>
      violation.rule.name === rule &&
      violation.from === from &&
      (violation.to === to || violation.to.includes(`node_modules/${to}/`)),
  )
  expect(caught, JSON.stringify(violations.filter((violation) => violation.from === from))).toBe(true)
})

test('every rule has a planted violation', () => {
  const names = [
    ...readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8').matchAll(/'([a-z]+(?:-[a-z]+)+)',/g),
  ]
  const rules = names.map((match) => match[1] ?? '').filter((name) => !/^npm-|^type-only/.test(name))
  expect(rules.length).toBeGreaterThan(15)
  expect(rules.filter((rule) => !expected.some(([name]) => name === rule))).toEqual([])
})

test('what the table allows is not reported', () => {
  expect(violations.filter((violation) => violation.from in right)).toEqual([])
})
