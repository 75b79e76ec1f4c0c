import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { apiKeyOperations } from './access/api-keys.ts'
import { approvalEvents, approvalOperations } from './access/approvals.ts'
import { assignmentOperations } from './access/assignments.ts'
import {
  approvalInternals,
  healthInternals,
  holderInternals,
  keyInternals,
  policyInternals,
  standingOperations,
} from './access/internal.ts'
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
    ...standingOperations,
    ...holderInternals,
    ...policyInternals,
    ...approvalInternals,
    ...keyInternals,
    ...healthInternals,
  },
  events: approvalEvents,
})

export type Access = typeof access
