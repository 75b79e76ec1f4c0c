import { ESLint } from 'eslint'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { link, plant, root, type PlantedTree } from './planted-tree.ts'

const copied = ['tsconfig.json', 'tsconfig.base.json', 'tsconfig.web.json', 'package.json']

/** Path, content, the rule that must catch it and a word of its message. */
const planted: [path: string, code: string, rule: string, word: string][] = [
  ['modules/x/services/a.ts', 'export const a = 1', 'house/no-banned-folders', 'services'],
  ['platform/utils/a.ts', 'export const a = 1', 'house/no-banned-folders', 'utils'],
  ['platform/x/index.ts', 'export const a = 1', 'house/no-barrels', 'index'],
  ['platform/x/all.ts', "export * from './a.ts'", 'house/no-barrels', 'barrels'],
  ['platform/x/class.ts', 'export class Cart { total() { return 1 } }', 'house/few-classes', 'class'],
  ['platform/x/long.ts', 'export {}\n'.repeat(401), 'max-lines', '400'],
  ['platform/x/enum.ts', 'export enum A { B }', 'no-restricted-syntax', 'enums'],
  [
    'platform/x/namespace.ts',
    'export namespace A { export const b = 1 }',
    'no-restricted-syntax',
    'namespaces',
  ],
  [
    'platform/x/decorator.ts',
    'declare const d: () => void\n@d export class A { close() {} }',
    'no-restricted-syntax',
    'decorators',
  ],
  [
    'platform/x/parameter.ts',
    'export class A { constructor(readonly b: 1) {} close() {} }',
    'no-restricted-syntax',
    'parameter',
  ],
  ['platform/x/default.ts', 'export default 1', 'no-restricted-syntax', 'default'],
  ['platform/x/renamed.ts', 'const a = 1\nexport { a as default }', 'no-restricted-syntax', 'default'],
  ['platform/x/env.ts', "export const a = process.env['A']", 'no-restricted-syntax', 'platform/config'],
  [
    'platform/x/env-import.ts',
    "import { env } from 'node:process'\nexport const a = env",
    'no-restricted-syntax',
    'platform/config',
  ],
  [
    'platform/x/env-part.ts',
    'const { env } = process\nexport const a = env',
    'no-restricted-syntax',
    'platform/config',
  ],
  [
    'platform/x/env-alias.ts',
    "import p from 'node:process'\nexport const a = p.env",
    'no-restricted-syntax',
    '`process`',
  ],
  ['apps/server/env.ts', "export const a = process.env['A']", 'no-restricted-syntax', 'platform/config'],
  [
    'platform/x/shell.ts',
    "import { exec } from 'node:child_process'\nexport const a = exec",
    'no-restricted-syntax',
    'shell',
  ],
  ['platform/x/shell-option.ts', 'export const a = { shell: true }', 'no-restricted-syntax', 'shell'],
  [
    'modules/x/pattern.ts',
    'export const a = (text: string) => new RegExp(text)',
    'no-restricted-syntax',
    'pattern',
  ],
  ['platform/x/console.ts', "console.log('a')", 'no-console', 'console'],
  ['platform/x/any.ts', 'export const a: any = 1', '@typescript-eslint/no-explicit-any', 'any'],
  ['platform/x/floating.ts', 'Promise.resolve(1)', '@typescript-eslint/no-floating-promises', 'Promise'],
  [
    'platform/x/misused.ts',
    '[1].forEach(async () => { await Promise.resolve() })',
    '@typescript-eslint/no-misused-promises',
    'Promise',
  ],
  [
    'platform/x/switch.ts',
    "export function f(a: 'b' | 'c'): number { switch (a) { case 'b': return 1 } return 2 }",
    '@typescript-eslint/switch-exhaustiveness-check',
    'exhaustive',
  ],
  ['platform/x/eval.ts', "export const a: unknown = eval('1')", 'no-eval', 'eval'],
  [
    'platform/x/ignore.ts',
    '// @ts-ignore\nexport const a: string = 1',
    '@typescript-eslint/ban-ts-comment',
    'ts-',
  ],
  [
    'platform/x/unused.ts',
    '// eslint-disable-next-line no-console\nexport const a = 1',
    '',
    'Unused eslint-disable',
  ],
  [
    'modules/x/store/query.ts',
    'declare const tx: { query: (sql: string) => Promise<void> }\nexport const f = (id: string) => tx.query(`select ${id}`)',
    'no-restricted-syntax',
    '$1',
  ],
  [
    'modules/x/store/raw.ts',
    'declare const sql: { raw: (sql: string) => string }\nexport const f = (id: string) => sql.raw(id)',
    'no-restricted-syntax',
    'fixed map',
  ],
  ['modules/x/clock.ts', 'export const f = () => Date.now()', 'no-restricted-syntax', 'ctx.now()'],
  ['modules/x/date.ts', 'export const f = () => new Date()', 'no-restricted-syntax', 'ctx.now()'],
  ['modules/x/domain/random.ts', 'export const f = () => Math.random()', 'no-restricted-syntax', 'pure'],
  ['modules/x/domain/fetch.ts', "export const f = () => fetch('/')", 'no-restricted-globals', 'fetch'],
  [
    'apps/storefront/app/html.tsx',
    'export const A = () => <p dangerouslySetInnerHTML={{ __html: "a" }} />',
    'no-restricted-syntax',
    'React',
  ],
  [
    'apps/storefront/app/style.tsx',
    'export const A = () => <p style={{ color: "red" }} />',
    'no-restricted-syntax',
    'CSP',
  ],
  [
    'ui/kit/style.tsx',
    'export const A = () => <p style={{ color: "red" }} />',
    'no-restricted-syntax',
    'CSP',
  ],
  ['ui/kit/any.tsx', 'export const a: any = 1', '@typescript-eslint/no-explicit-any', 'any'],
  ['ui/kit/default.tsx', 'export default function A() { return null }', 'no-restricted-syntax', 'default'],
  [
    'apps/admin/app/hook.tsx',
    "import { useState } from 'react'\nexport function A(p: { b: boolean }) { if (p.b) useState(1); return null }",
    'react-hooks/rules-of-hooks',
    'conditionally',
  ],
]

/** Code in the style of the house. */
const legal: [path: string, code: string][] = [
  ['platform/errors/problem.ts', 'export class Problem extends Error { readonly code = 1 }'],
  ['platform/db/pool.ts', 'export class Pool { close() { return 1 } }'],
  ['platform/config/parse.ts', "export const a = process.env['A']"],
  ['apps/server/cli.ts', "console.log('a')"],
  ['apps/server/stop.ts', "import process from 'node:process'\nprocess.exitCode = 1"],
  ['apps/storefront/app/root.tsx', 'export default function A() { return null }'],
  ['apps/storefront/app/routes/home.tsx', 'export default function A() { return null }'],
  ['modules/x/test/a.test.ts', 'export const f = () => new Date()'],
]

let tree: PlantedTree
let results: ESLint.LintResult[] = []

beforeAll(async () => {
  const configuration = copied.map((name) => [name, readFileSync(join(root, name), 'utf8')] as const)
  const code = [...planted, ...legal].map(([path, text]) => [path, `${text}\n`] as const)
  tree = plant(Object.fromEntries([...configuration, ...code]))
  link(
    tree.folder,
    Object.fromEntries(['@types', 'react'].map((name) => [name, join(root, 'node_modules', name)])),
  )
  const eslint = new ESLint({ cwd: tree.folder, overrideConfigFile: join(root, 'eslint.config.js') })
  results = await eslint.lintFiles(['.'])
})

afterAll(() => {
  tree.remove()
})

function messagesOf(path: string) {
  return results.find((result) => result.filePath.endsWith(`/${path}`))?.messages ?? []
}

test.each(planted)('%s is caught: %s', (path, _code, rule, word) => {
  const messages = messagesOf(path)
  const caught = messages.some((message) => (message.ruleId ?? '') === rule && message.message.includes(word))
  expect(caught, JSON.stringify(messages)).toBe(true)
})

test.each(legal)('%s is let pass', (path) => {
  expect(results.some((result) => result.filePath.endsWith(`/${path}`))).toBe(true)
  expect(messagesOf(path)).toEqual([])
})
