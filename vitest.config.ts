import { defineConfig } from 'vitest/config'
import { whyNoOpenSearch } from './tools/opensearch/fetch.ts'

const ignored = ['**/node_modules/**', '**/build/**', '**/data/**']

/** Options of a project whose files start servers of their own: one file at a time. */
const serial = { fileParallelism: false, testTimeout: 300_000, hookTimeout: 120_000 }

/** A project over `tests/<name>`. */
function suite(name: string, options: object) {
  return { test: { name, include: [`tests/${name}/**/*.test.ts`], exclude: ignored, ...options } }
}

const databases = { globalSetup: ['platform/testing/global-setup.ts'] }

/** Tried over OpenSearch alone. */
const overOpenSearch = '**/*.opensearch.test.ts'

/** The search, over OpenSearch instead of PostgreSQL; where none can be started there is no such project. */
const opensearch = {
  test: {
    name: 'opensearch',
    include: ['modules/search/test/**/*.test.ts', 'tests/security/search-*.test.ts'],
    // That one is about PostgreSQL's own index.
    exclude: [...ignored, 'modules/search/test/index.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    globalSetup: ['platform/testing/global-setup.ts', 'tools/opensearch/global-setup.ts'],
  },
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['platform', 'contracts', 'modules', 'apps', 'ui'].map(
            (folder) => `${folder}/**/test/**/*.test.{ts,tsx}`,
          ),
          exclude: [...ignored, overOpenSearch],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          ...databases,
        },
      },
      ...(whyNoOpenSearch() === null ? [opensearch] : []),
      suite('architecture', { testTimeout: 120_000, hookTimeout: 120_000 }),
      suite('security', { testTimeout: 60_000, hookTimeout: 120_000, ...databases }),
      suite('race', { ...serial, ...databases }),
      suite('crash', serial),
      suite('e2e', { ...serial, globalSetup: ['tests/e2e/global-setup.ts'] }),
      {
        test: {
          name: 'tools',
          include: ['tools/**/*.test.ts'],
          exclude: ignored,
          testTimeout: 60_000,
        },
      },
    ],
  },
})
