import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Timestamp } from '@rampart/platform/contract/fields.ts'

/** What the composition root asks about people. */
export const standingOperations = {
  standingOf: {
    kind: 'query',
    summary:
      'What somebody of the staff may do at this moment, by the role of the account and those beside it.',
    access: { modules: ['server'] },
    input: z.strictObject({ account_id: Id, role: z.string().max(40) }),
    output: z.strictObject({
      priority: z.int(),
      roles: z.array(z.string()),
      /** Roles of accounts that they may give to others. */
      gives: z.array(z.string()),
      permissions: z.array(z.string()),
    }),
  },
} as const satisfies Readonly<Record<string, Operation>>

/** What modules ask that have news for some of the staff. */
export const holderInternals = {
  listHolders: {
    kind: 'query',
    summary: 'Who of the staff holds a permission at this moment.',
    access: { modules: ['inventory'] },
    input: z.strictObject({ permission: z.string().max(80) }),
    output: z.strictObject({ account_ids: z.array(Id) }),
  },
} as const satisfies Readonly<Record<string, Operation>>

/** What the composition root asks about API keys. */
export const keyInternals = {
  authenticateKey: {
    kind: 'query',
    summary: 'Whom an API key acts for and what it may do at this moment; null when it opens nothing.',
    access: { modules: ['server'] },
    input: z.strictObject({ key: z.string().max(200), ip: z.string().nullable() }),
    output: z
      .strictObject({
        key_id: Id,
        account_id: Id,
        /** Of the account. */
        role: z.string(),
        roles: z.array(z.string()),
        priority: z.int(),
        permissions: z.array(z.string()),
      })
      .nullable(),
  },
} as const satisfies Readonly<Record<string, Operation>>

/** What the composition root asks about policies, and tells about decisions. */
export const policyInternals = {
  activePolicies: {
    kind: 'query',
    summary: 'The policies in force, for those who decide by them.',
    access: { modules: ['server'] },
    /** The revision that whoever asks knows already. */
    input: z.strictObject({ known: z.string().nullable().default(null) }),
    output: z.strictObject({
      revision: z.string(),
      /** Null when the known revision is the present one. */
      items: z.array(z.strictObject({ id: Id, name: z.string(), text: z.string() })).nullable(),
    }),
  },
  recordDecisions: {
    kind: 'command',
    summary: 'Keep what was decided, so that a new policy can be tried on it. Counted, for a day.',
    access: { modules: ['server'] },
    input: z.strictObject({
      items: z
        .array(
          z.strictObject({
            operation: z.string(),
            /** What was decided about, as `POST /rbac/policies/simulate` takes it. */
            request: z.record(z.string(), z.unknown()),
            verdict: z.enum(['allow', 'deny', 'step_up', 'approval']),
            times: z.int(),
            last_at: Timestamp,
          }),
        )
        .max(500),
    }),
    output: Nothing,
  },
} as const satisfies Readonly<Record<string, Operation>>

/** What the composition root asks about approvals. */
export const approvalInternals = {
  useApproval: {
    kind: 'command',
    summary: 'Spend an approval on exactly the call that it was given for. Once.',
    access: { modules: ['server'] },
    input: z.strictObject({
      approval_id: Id,
      operation: z.string(),
      input: z.unknown(),
      principal_id: Id,
    }),
    /** `use_id` tells this use from every other; null when the approval is not good for the call. */
    output: z.strictObject({ accepted: z.boolean(), use_id: Id.nullable() }),
  },
  returnApproval: {
    kind: 'command',
    summary: 'Give back an approval whose call the operation refused: it can be used again.',
    access: { modules: ['server'] },
    input: z.strictObject({ approval_id: Id, use_id: Id }),
    output: Nothing,
  },
  canAnotherApprove: {
    kind: 'query',
    summary:
      'Whether anybody but this person could agree to a call: a shop of one would stand still otherwise.',
    access: { modules: ['server'] },
    input: z.strictObject({ operation: z.string(), principal_id: Id }),
    output: z.strictObject({ possible: z.boolean() }),
  },
} as const satisfies Readonly<Record<string, Operation>>

/** What monitoring asks. */
export const healthInternals = {
  accessHealth: {
    kind: 'query',
    summary: 'What the security health page asks about roles, policies, approvals and keys.',
    access: { modules: ['monitoring'] },
    input: z.strictObject({}),
    output: z.strictObject({
      keys_active: z.int(),
      /** Working keys that nobody used for 90 days. */
      keys_stale: z.int(),
      /** Working keys older than 180 days. */
      keys_old: z.int(),
      keys_without_network: z.int(),
      policies_enabled: z.int(),
      /** Policies in force that are not valid any more: what they stand before is denied. */
      policy_errors: z.int(),
      /** Operations on money, on powers and on what leaves the shop that no policy in force speaks about. */
      policy_gaps: z.array(z.string()),
      full_power_roles: z.int(),
      assignments_without_end: z.int(),
      approvals_waiting: z.int(),
    }),
  },
} as const satisfies Readonly<Record<string, Operation>>
