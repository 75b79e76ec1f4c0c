import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from './deps.ts'
import { listEntriesAbout } from './store/entries.ts'

const MOST = 10_000

/** What the log says that somebody did, or that was done to their account. What others are called stays out. */
export const exportPersonalData =
  (deps: AuditDeps): Handler<Audit, 'exportPersonalData'> =>
  async ({ account_id }) => ({
    sections: [{ name: 'history', data: await listEntriesAbout(deps.db, account_id, MOST) }],
  })
