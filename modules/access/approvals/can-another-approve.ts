import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import type { ApprovalsDeps } from './approvals-deps.ts'
import { holdersOf } from './approvers.ts'

/** Whether anybody but this person could agree. Not told of an operation that cannot be approved: nobody could then. */
export const canAnotherApprove =
  (deps: ApprovalsDeps): Handler<Access, 'canAnotherApprove'> =>
  async ({ operation, principal_id }, context) => {
    const known = deps.operations.get(operation)
    if (known === undefined) return { possible: false }
    const holders = await holdersOf(deps, context, known.permission)
    return { possible: holders.some((id) => id !== principal_id) }
  }
