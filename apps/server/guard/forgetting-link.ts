import { policyOperations } from '@rampart/contracts/access/policies.ts'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import type { Dispatcher } from '@rampart/platform/contract/dispatcher.ts'
import { type Link, localLink } from '@rampart/platform/contract/link.ts'
import type { ShopGuard } from './shop-guard.ts'

const operations: Readonly<Record<string, Operation>> = policyOperations

/** The link to a module. Whoever changed a policy through it finds it in force with the next call. */
export function forgettingLink(target: Dispatcher, guard: Pick<ShopGuard, 'forget'>): Link {
  const link = localLink(target)
  if (target.contract.name !== 'access') return link
  return async (call) => {
    const answer = await link(call)
    // Other processes hear of it from the database; here that could come after the answer.
    if (operations[call.operation]?.kind === 'command') guard.forget()
    return answer
  }
}
