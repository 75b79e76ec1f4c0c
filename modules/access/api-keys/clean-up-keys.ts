import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { AccessDeps } from '../deps.ts'
import { KEEP_KEYS_MS } from '../domain/key-terms.ts'
import { pruneKeys } from '../store/api-keys.ts'

/** Forgets keys that have been over for long. */
export const cleanUpKeys =
  (deps: AccessDeps) =>
  async (context: JobContext): Promise<void> => {
    await pruneKeys(deps.db, new Date(context.now().getTime() - KEEP_KEYS_MS))
  }
