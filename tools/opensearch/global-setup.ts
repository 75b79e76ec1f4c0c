import type { TestProject } from 'vitest/node'
import '../../platform/testing/provided.ts'
import { startOpenSearch } from './start.ts'

/** One OpenSearch for all test files of a run; each has indexes of its own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startOpenSearch()
  project.provide('opensearch', server.url)
  return () => server.stop()
}
