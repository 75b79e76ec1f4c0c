import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Page, pageFields, QueryFlag, Text, Timestamp } from '@rampart/platform/contract/fields.ts'

const Status = z.enum(['pending', 'approved', 'declined', 'withdrawn', 'used', 'expired'])

const Approval = z.strictObject({
  id: Id,
  /** `contract.operation`, what it does, and what it would be called with; secrets are left out. */
  operation: z.string(),
  summary: z.string(),
  input: z.unknown(),
  /** Whether `input` is all of it. Where something was left out, whoever proposed it sends the call from what they have. */
  whole: z.boolean(),
  reason: z.string(),
  status: Status,
  proposed_by: Id,
  proposed_at: Timestamp,
  /** Of the proposal, and once approved of the approval. */
  expires_at: Timestamp,
  decided_by: Id.nullable(),
  decided_at: Timestamp.nullable(),
  note: z.string().nullable(),
  /** Whether whoever asks may decide on it. */
  may_decide: z.boolean(),
})

const OfApproval = z.strictObject({ approval_id: Id })

// Whoever may do a thing may approve that somebody else does it; the operation itself checks.
const asked = { allow: ['staff'], permission: 'identity:self' } as const

const settled = {
  ACCESS_APPROVAL_SETTLED: { status: 409, message: 'This has been decided, withdrawn or has expired.' },
} as const

const Facts = { approval_id: Id, operation: z.string() }

/** What happens to proposals. */
export const approvalEvents = {
  'access.approval-proposed.v1': z.strictObject({ ...Facts, proposed_by: Id }),
  /** One for each of those who may decide on it. */
  'access.approval-asked.v1': z.strictObject({ ...Facts, account_id: Id }),
  /** The account is the one that proposed it. */
  'access.approval-decided.v1': z.strictObject({ ...Facts, account_id: Id, approved: z.boolean() }),
} as const

/** What two people have to agree on. */
export const approvalOperations = {
  proposeApproval: {
    kind: 'command',
    summary:
      'Ask somebody else to agree to a call that needs two people. Send it again with X-Approval-Id then.',
    http: { method: 'POST', path: '/approvals', status: 201 },
    access: asked,
    input: z.strictObject({
      operation: z.string().max(100),
      /** Exactly what the call will be made with, path and body together. */
      input: z.record(z.string(), z.unknown()),
      reason: Text(500, 1),
    }),
    output: Approval,
    errors: {
      ACCESS_NOT_TO_APPROVE: { status: 400, message: 'This operation does not ask for a second person.' },
      ACCESS_TOO_MANY_PROPOSALS: { status: 409, message: 'One person has at most 20 proposals that wait.' },
    },
  },
  listApprovals: {
    kind: 'query',
    summary: 'What one has proposed or may decide on, the newest first.',
    http: { method: 'GET', path: '/approvals' },
    access: asked,
    input: z.strictObject({
      ...pageFields,
      status: Status.optional(),
      /** Only what waits for whoever asks: what they may decide on, and of their own what was agreed to. */
      waiting: QueryFlag.default(false),
    }),
    output: Page(Approval),
  },
  getApproval: {
    kind: 'query',
    summary: 'One proposal.',
    http: { method: 'GET', path: '/approvals/:approval_id' },
    access: asked,
    input: OfApproval,
    output: Approval,
  },
  approveApproval: {
    kind: 'command',
    summary: 'Agree to what somebody else proposed. Needs the permission of the operation itself.',
    http: { method: 'POST', path: '/approvals/:approval_id/approve' },
    access: { ...asked, fresh: true },
    input: OfApproval.extend({ note: Text(500).optional() }),
    output: Approval,
    errors: {
      ...settled,
      ACCESS_OWN_PROPOSAL: { status: 403, message: 'Somebody else has to agree to this.' },
    },
  },
  declineApproval: {
    kind: 'command',
    summary: 'Refuse what somebody proposed.',
    http: { method: 'POST', path: '/approvals/:approval_id/decline' },
    access: asked,
    input: OfApproval.extend({ note: Text(500).optional() }),
    output: Approval,
    errors: settled,
  },
  withdrawApproval: {
    kind: 'command',
    summary: 'Take back one’s own proposal.',
    http: { method: 'POST', path: '/approvals/:approval_id/withdraw' },
    access: asked,
    input: OfApproval,
    output: Approval,
    errors: settled,
  },
} as const satisfies Readonly<Record<string, Operation>>
