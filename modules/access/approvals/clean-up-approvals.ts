import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { AccessDeps } from '../deps.ts'
import { KEEP_APPROVALS_MS } from '../domain/approval-terms.ts'
import { expireApprovals, pruneApprovals } from '../store/approvals.ts'

/** Marks what ran out, and forgets what was decided long ago. */
export const cleanUpApprovals =
  (deps: AccessDeps) =>
  async (context: JobContext): Promise<void> => {
    const now = context.now()
    await expireApprovals(deps.db, now)
    await pruneApprovals(deps.db, new Date(now.getTime() - KEEP_APPROVALS_MS))
  }
