import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Audit } from '@rampart/contracts/audit.ts'
import type { AuditDeps } from './deps.ts'
import { countByDay } from './store/action-counts.ts'

/** How often each action was recorded on each of the last days. */
export const countActions =
  (deps: AuditDeps): Handler<Audit, 'countActions'> =>
  async ({ actions, days }, context) => {
    const counted = await countByDay(deps.db, actions, days, context.now())
    return {
      items: actions.map((action) => ({
        action,
        per_day: Array.from(
          { length: days },
          (_, day) => counted.find((row) => row.action === action && row.days_ago === day)?.times ?? 0,
        ),
      })),
    }
  }
