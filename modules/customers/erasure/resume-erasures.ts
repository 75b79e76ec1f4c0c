import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { CustomersDeps } from '../deps.ts'
import { listOpenErasures } from '../store/erasures.ts'
import { ERASE_JOB, ERASE_TRIES, jobKey } from './erase-account.ts'

const WEEK_MS = 7 * 86_400_000

/** Begins anew with erasures whose job has been given up. A promise to a person is not dropped after so many tries. */
export const resumeErasures =
  (deps: CustomersDeps) =>
  async ({ now }: JobContext): Promise<void> => {
    const late = await listOpenErasures(deps.db, new Date(now().getTime() - WEEK_MS))
    for (const { id } of late) {
      deps.log.warn('An erasure is not done after a week; it is begun anew.', { erasure_id: id })
      await deps.db.tx((tx) =>
        deps.jobs.add(tx, ERASE_JOB, { erasure_id: id }, { key: jobKey(id), maxAttempts: ERASE_TRIES }),
      )
    }
  }
