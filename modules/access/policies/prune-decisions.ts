import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { AccessDeps } from '../deps.ts'
import { pruneDecisions as prune } from '../store/decisions.ts'

/** How long a decision is kept. */
export const KEEP_DECISIONS_MS = 24 * 3_600_000

/** Forgets decisions that are older than a day. */
export const pruneDecisions =
  (deps: AccessDeps) =>
  async (context: JobContext): Promise<void> => {
    await prune(deps.db, new Date(context.now().getTime() - KEEP_DECISIONS_MS))
  }
