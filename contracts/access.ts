import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Id } from '@rampart/platform/contract/fields.ts'
import { apiKeyOperations } from './access/api-keys.ts'
import { approvalOperations } from './access/approvals.ts'
import { assignmentOperations } from './access/assignments.ts'
import { internalOperations } from './access/internal.ts'
import { policyOperations } from './access/policies.ts'
import { roleOperations } from './access/roles.ts'

/** Who may do what: roles, permissions, policies, approvals by a second person, and keys for programs. */
export const access = defineContract({
  name: 'access',
  operations: {
    ...roleOperations,
    ...assignmentOperations,
    ...policyOperations,
    ...approvalOperations,
    ...apiKeyOperations,
    ...internalOperations,
  },
  events: {
    'access.approval-proposed.v1': z.strictObject({ approval_id: Id }),
    'access.approval-decided.v1': z.strictObject({ approval_id: Id }),
  },
})

export type Access = typeof access
