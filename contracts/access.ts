import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Id } from '@rampart/platform/contract/fields.ts'

/** Who may do what: roles, permissions, policies, approvals by a second person, and keys for programs. */
export const access = defineContract({
  name: 'access',
  operations: {},
  events: {
    'access.approval-proposed.v1': z.strictObject({ approval_id: Id }),
    'access.approval-decided.v1': z.strictObject({ approval_id: Id }),
  },
})

export type Access = typeof access
