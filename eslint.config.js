import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { house } from './tools/lint/house-rules.mjs'
import { syntaxBans } from './tools/lint/syntax-bans.mjs'

const serverCode = ['platform', 'contracts', 'modules', 'apps/server', 'tools', 'tests', 'bench']
const server = [...serverCode.map((folder) => `${folder}/**/*.ts`), 'vitest.config.ts']
const frontEnd = ['apps/{storefront,admin}/**/*.{ts,tsx}', 'ui/**/*.{ts,tsx}']
const tests = ['**/test/**', 'tests/**', 'platform/testing/**']

// React Router, Vite and vitest look for a default export in these.
const frameworkFiles = [
  '**/*.config.{js,ts}',
  'apps/{storefront,admin}/app/{root,routes,entry.client,entry.server}.{ts,tsx}',
  'apps/{storefront,admin}/app/**/routes/**/*.tsx',
]

function bans(...names) {
  return ['error', ...names.flatMap((name) => syntaxBans[name])]
}

export default defineConfig(
  {
    ignores: [
      '**/node_modules/',
      '**/build/',
      '**/.react-router/',
      'data/',
      'coverage/',
      'tests/architecture/planted/',
    ],
  },
  {
    files: ['**/*.{js,mjs,cjs,ts,tsx}'],
    plugins: { house },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'house/no-banned-folders': 'error',
      'house/no-barrels': 'error',
      'house/few-classes': 'error',
      'max-lines': ['error', { max: 400 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-async-promise-executor': 'error',
      'no-cond-assign': 'error',
      'no-constant-condition': 'error',
      'no-debugger': 'error',
      'no-dupe-else-if': 'error',
      'no-empty': 'error',
      'no-fallthrough': 'error',
      'no-irregular-whitespace': 'error',
      'no-loss-of-precision': 'error',
      'no-misleading-character-class': 'error',
      'no-self-assign': 'error',
      'no-unsafe-finally': 'error',
      'no-unsafe-optional-chaining': 'error',
      'no-useless-catch': 'error',
      'no-useless-escape': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': bans('shape', 'defaultExport', 'environment', 'commands', 'patterns'),
    },
  },
  {
    files: server,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/no-floating-promises': 'error',
      // Numbers in templates are exact and common in SQL texts, paths and messages.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Operations and handlers share an async signature although some have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // Type parameters are how row types reach a query's result.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Contracts without operations or events of a kind resolve to `{}` on purpose.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Held resources are closures, not classes: their methods have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      // Blind to variables that change while something is awaited.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // `void (await …)` drops an answer; String() guards against values that only claim to be strings.
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      // Libraries type numbers from other systems (PostgreSQL's type ids) as enums.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  {
    files: frontEnd,
    extends: [tseslint.configs.strict, reactHooks.configs.flat.recommended],
    rules: {
      'no-restricted-syntax': bans('shape', 'defaultExport', 'environment', 'commands', 'patterns', 'markup'),
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // The strict CSP blocks style attributes in HTML that the server rendered.
    files: ['apps/storefront/**/*.tsx', 'ui/kit/**/*.tsx'],
    rules: {
      'no-restricted-syntax': bans(
        'shape',
        'defaultExport',
        'environment',
        'commands',
        'patterns',
        'markup',
        'styleAttribute',
      ),
    },
  },
  {
    files: ['modules/**/*.ts'],
    rules: {
      'no-restricted-syntax': bans(
        'shape',
        'defaultExport',
        'environment',
        'commands',
        'patterns',
        'rawSql',
        'clock',
      ),
    },
  },
  {
    files: ['modules/*/domain/**/*.ts'],
    rules: {
      'no-restricted-syntax': bans(
        'shape',
        'defaultExport',
        'environment',
        'commands',
        'patterns',
        'rawSql',
        'clock',
        'randomness',
      ),
      'no-restricted-globals': [
        'error',
        'fetch',
        'setTimeout',
        'setInterval',
        'process',
        'crypto',
        'performance',
      ],
    },
  },
  {
    files: ['platform/config/**'],
    rules: { 'no-restricted-syntax': bans('shape', 'defaultExport') },
  },
  {
    // A test sets the scene: fixed rows by plain SQL, times in the past, environments for child processes.
    files: tests,
    rules: {
      'no-restricted-syntax': bans('shape'),
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['tools/**', 'bench/**', 'tests/**', 'apps/server/cli.ts', 'apps/server/cli/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tools/**', 'bench/**'],
    rules: { 'no-restricted-syntax': bans('shape', 'defaultExport') },
  },
  {
    files: frameworkFiles,
    rules: { 'no-restricted-syntax': bans('shape', 'environment', 'markup') },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
  },
)
