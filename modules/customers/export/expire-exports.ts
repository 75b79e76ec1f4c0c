import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { CustomersDeps } from '../deps.ts'
import { forgottenBefore, givenUpBefore } from '../domain/retention.ts'
import { expireExportRows } from '../store/exports.ts'

/** Removes archives whose time is over. They could not be fetched from the second on that it was. */
export const expireExports =
  (deps: CustomersDeps) =>
  async ({ now }: JobContext): Promise<void> => {
    const moment = now()
    await expireExportRows(deps.db, moment, {
      givenUp: givenUpBefore(moment),
      forgotten: forgottenBefore(moment),
    })
  }
