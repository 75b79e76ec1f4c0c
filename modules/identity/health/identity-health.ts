import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { IdentityDeps } from '../deps.ts'
import { after, HOUR, linkLifetime } from '../domain/lifetimes.ts'
import { countAccounts, countStaffSessions, findKeyAge } from '../store/health.ts'

const IDLE_MS = 2 * HOUR

/** Counts what the security health page judges. */
export const identityHealth =
  (deps: IdentityDeps): Handler<Identity, 'identityHealth'> =>
  async (_input, context) => {
    const now = context.now()
    const accounts = await countAccounts(deps.db, after(now, -linkLifetime('enrol_staff')), now)
    const sessions = await countStaffSessions(deps.db, after(now, -IDLE_MS), now)
    const { created_at } = await findKeyAge(deps.db, now)
    return {
      ...accounts,
      staff_sessions: sessions.open,
      staff_sessions_idle: sessions.idle,
      signing_key_created_at: created_at,
    }
  }
