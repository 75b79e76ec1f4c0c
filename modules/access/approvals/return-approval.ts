import type { Handler } from '@rampart/platform/contract/handler.ts'
import type { Access } from '@rampart/contracts/access.ts'
import { returnUse } from '../store/approvals.ts'
import type { ApprovalsDeps } from './approvals-deps.ts'

/**
 * Gives back an approval whose call came to nothing: it is good again for as long as it would have been. A use that was
 * given back already, or that another use has followed, changes nothing.
 */
export const returnApproval =
  (deps: ApprovalsDeps): Handler<Access, 'returnApproval'> =>
  async ({ approval_id, use_id }, context) => {
    await deps.db.tx(async (tx) => {
      const operation = await returnUse(tx, approval_id, use_id)
      if (operation === null) return
      await deps.audit.record(tx, context, {
        action: 'authz_approval_returned',
        subject_type: 'approval',
        subject_id: approval_id,
        before: { status: 'used' },
        after: { status: 'approved', operation },
      })
    })
    return null
  }
