import type { Schedule } from '@rampart/platform/jobs/jobs.ts'
import type { AuditDeps } from '../deps.ts'
import { verifyWhole } from './verify-whole.ts'

/** Reads the whole log again, so that a change is noticed although nobody asks. */
export const watchLog =
  (deps: AuditDeps): Schedule['run'] =>
  async ({ now }) => {
    const { state, first_bad, entries } = await verifyWhole(deps, now())
    if (state === 'tampered')
      deps.log.error('The audit log is not what it was. Run: rampart audit verify', { entries, first_bad })
  }
