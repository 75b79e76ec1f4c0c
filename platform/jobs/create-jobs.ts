import { sql } from '../db/sql.ts'
import type { Jobs } from './jobs.ts'

const MAX_ATTEMPTS = 12

/** Marks jobs that have a key: once another has taken it while they ran, nobody waits for them any more. */
export const KEYED = 'keyed'

/** The queue as one module sees it: names and keys are its own. */
export function createJobs(module: string): Jobs {
  return {
    async add(tx, name, payload, options = {}) {
      const key = options.key === undefined ? null : `${module}:${options.key}`
      await tx.run(sql`
        SELECT FROM graphile_worker.add_job(
          ${`${module}:${name}`},
          payload := ${JSON.stringify(payload ?? null)}::json,
          run_at := ${options.runAt ?? null}::timestamptz,
          max_attempts := ${options.maxAttempts ?? MAX_ATTEMPTS}::int,
          job_key := ${key}::text,
          flags := ${key === null ? null : [KEYED]}::text[])`)
    },
  }
}
