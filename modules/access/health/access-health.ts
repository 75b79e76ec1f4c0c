import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { daysAfter } from '../domain/key-terms.ts'
import type { PoliciesDeps } from '../policies/policies-deps.ts'
import { countGrants, countKeys } from '../store/health.ts'
import { findPolicies } from '../store/policies.ts'
import { policyJudge } from './judge-policies.ts'

const STALE_DAYS = 90
const OLD_DAYS = 180

/** Counts what the security health page judges. */
export const accessHealth = (deps: PoliciesDeps): Handler<Access, 'accessHealth'> => {
  const judgePolicies = policyJudge(deps.actions)
  return async (_input, context) => {
    const now = context.now()
    const keys = await countKeys(
      deps.db,
      { unusedSince: daysAfter(now, -STALE_DAYS), madeBefore: daysAfter(now, -OLD_DAYS) },
      now,
    )
    const grants = await countGrants(deps.db, now)
    const inForce = (await findPolicies(deps.db)).filter(({ enabled }) => enabled)
    const { errors, gaps } = judgePolicies(inForce)
    return {
      ...keys,
      ...grants,
      policies_enabled: inForce.length,
      policy_errors: errors,
      policy_gaps: [...gaps],
    }
  }
}
