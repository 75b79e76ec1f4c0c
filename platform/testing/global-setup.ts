import type { TestProject } from 'vitest/node'
import { startTestServer } from './database.ts'

/** One PostgreSQL for all test files of a run; each makes databases of its own with `testDatabase`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { connection, stop } = await startTestServer()
  project.provide('database', connection)
  return stop
}
