import type { JobContext } from '@rampart/platform/jobs/jobs.ts'
import type { AccessDeps } from '../deps.ts'
import { deleteExpired } from '../store/assignments.ts'
import { holdRoles } from '../store/lock.ts'
import { announceRolesChanged } from './announce.ts'
import { settleHeights } from './tell-heights.ts'

/** Removes roles that were given until a moment that has come. They count no more from that moment on. */
export const endExpired =
  (deps: AccessDeps) =>
  async ({ call, now }: JobContext): Promise<void> => {
    const accounts = await deps.db.tx(async (tx) => {
      await holdRoles(tx)
      const ended = await deleteExpired(tx, now())
      const holders = [...new Set(ended.map(({ account_id }) => account_id))].sort()
      for (const holder of holders) {
        const roles = ended.filter(({ account_id }) => account_id === holder).map(({ name }) => name)
        await deps.audit.record(tx, call, {
          action: 'authz_change',
          subject_type: 'account',
          subject_id: holder,
          before: { roles: roles.sort() },
          after: { roles: [], reason: 'expired' },
        })
      }
      if (holders.length > 0) await announceRolesChanged(deps, tx)
      return holders
    })
    await settleHeights(deps, accounts, call, now())
  }
