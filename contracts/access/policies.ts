import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { changedMeanwhile } from './schemas.ts'

const read = { allow: ['staff'], permission: 'access:read' } as const
const manage = { allow: ['staff'], permission: 'access:policies', fresh: true } as const

/** On this channel processes tell each other that policies have changed. */
export const POLICIES_CHANNEL = 'access_policies'

/** Cedar: https://docs.cedarpolicy.com. One policy or several. */
const PolicyText = Text(20_000, 1)

/** Of a template: amounts in minor units, lists of networks, hours of the day. */
const Parameters = z.record(
  z.string().max(40),
  z.union([z.string().max(200), z.int(), z.array(z.string().max(60)).max(50)]),
)

const PolicyView = z.strictObject({
  id: Id,
  name: z.string(),
  description: z.string(),
  text: z.string(),
  enabled: z.boolean(),
  /** The template it was made from, and with what; null when written by hand. */
  template: z.string().nullable(),
  parameters: Parameters.nullable(),
  version: z.int(),
  updated_by: Id.nullable(),
  updated_at: Timestamp,
})

const Content = {
  name: Text(80, 1),
  description: Text(500).default(''),
  /** Left out where a template is named. */
  text: PolicyText.optional(),
  template: z.string().max(60).optional(),
  parameters: Parameters.optional(),
  enabled: z.boolean().default(true),
}

const invalid = {
  ACCESS_POLICY_INVALID: { status: 400, message: 'This policy is not valid.' },
  ACCESS_POLICY_TOO_WIDE: {
    status: 403,
    message: 'A policy that permits more than roles do is for whoever may do everything.',
  },
  ACCESS_POLICY_LOCKS_OUT: {
    status: 409,
    message: 'With this policy you could not change policies yourself any more.',
  },
} as const

/** What a decision is made about. */
export const DecisionRequest = z.strictObject({
  principal: z.strictObject({
    kind: z.enum(['guest', 'customer', 'staff']),
    id: Id.optional(),
    role: z.string().max(40).optional(),
    /** Every role, the one of the account too; that one alone unless told. */
    roles: z.array(z.string().max(40)).max(50).optional(),
    priority: z.int().optional(),
    permissions: z.array(z.string().max(80)).max(200).default([]),
  }),
  /** `contract.operation`. */
  operation: z.string().max(100),
  context: z
    .strictObject({
      ip: z.union([z.ipv4(), z.ipv6()]).optional(),
      country: z.string().length(2).optional(),
      device_known: z.boolean().optional(),
      /** What was proven in this session. */
      factors: z.array(z.string().max(20)).max(10).optional(),
      risk: z.enum(['low', 'medium', 'high']).optional(),
      at: Timestamp.optional(),
      fresh: z.boolean().optional(),
      approved: z.boolean().optional(),
      /** In minor units of the shop's currency. */
      amount: z.int().optional(),
      /** The role that the call gives to somebody. */
      granted_role: z.string().max(40).optional(),
      /** `order/<id>`; the name of the contract unless told. */
      resource: z.string().max(120).optional(),
    })
    .default({}),
})

const Verdict = z.enum(['allow', 'deny', 'step_up', 'approval'])

const Explained = z.strictObject({
  verdict: Verdict,
  /** Names of the policies that decided. */
  because: z.array(z.string()),
  errors: z.array(z.string()),
})

/** Policies: what is permitted and forbidden beyond roles, as data. */
export const policyOperations = {
  listPolicies: {
    kind: 'query',
    summary: 'Every policy, by name.',
    http: { method: 'GET', path: '/rbac/policies' },
    access: { ...read, modules: ['cli'] },
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(PolicyView) }),
  },
  createPolicy: {
    kind: 'command',
    summary: 'Add a policy, written in Cedar or made from a template. Acts at once where it is enabled.',
    http: { method: 'POST', path: '/rbac/policies', status: 201 },
    access: manage,
    input: z.strictObject(Content),
    output: PolicyView,
    errors: {
      ...invalid,
      ACCESS_POLICY_EXISTS: { status: 409, message: 'A policy of this name exists.' },
    },
  },
  updatePolicy: {
    kind: 'command',
    summary: 'Change a policy, or switch it on or off. The version before is kept.',
    http: { method: 'PUT', path: '/rbac/policies/:policy_id' },
    access: manage,
    input: z.strictObject({ policy_id: Id, ...Content, version: z.int() }),
    output: PolicyView,
    errors: {
      ...invalid,
      ...changedMeanwhile,
      ACCESS_POLICY_EXISTS: { status: 409, message: 'A policy of this name exists.' },
    },
  },
  switchPolicyOff: {
    kind: 'command',
    summary:
      'Switch a policy off by its name or id, for whoever runs the shop: the way back when one locks all out.',
    access: { modules: ['cli'] },
    input: z.strictObject({ policy: Text(80, 1) }),
    output: z.strictObject({ id: Id, name: z.string(), was_enabled: z.boolean() }),
  },
  deletePolicy: {
    kind: 'command',
    summary: 'Remove a policy. Its versions stay to be read.',
    http: { method: 'DELETE', path: '/rbac/policies/:policy_id', status: 204 },
    access: manage,
    input: z.strictObject({ policy_id: Id }),
    output: Nothing,
  },
  listPolicyVersions: {
    kind: 'query',
    summary: 'How a policy was worded before, newest first.',
    http: { method: 'GET', path: '/rbac/policies/:policy_id/versions' },
    access: read,
    input: z.strictObject({ policy_id: Id }),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          version: z.int(),
          name: z.string(),
          text: z.string(),
          enabled: z.boolean(),
          changed_by: Id.nullable(),
          changed_at: Timestamp,
        }),
      ),
    }),
  },
  listPolicyTemplates: {
    kind: 'query',
    summary: 'Conditional access in ready-made sentences, each with what it needs to be told.',
    http: { method: 'GET', path: '/rbac/policy-templates' },
    access: read,
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          name: z.string(),
          title: z.string(),
          description: z.string(),
          parameters: z.array(
            z.strictObject({
              name: z.string(),
              title: z.string(),
              kind: z.enum(['money', 'networks', 'countries', 'hours', 'text', 'number']),
              default: z.union([z.string(), z.int(), z.array(z.string())]).nullable(),
            }),
          ),
          /** The policy that its defaults make. */
          example: z.string(),
        }),
      ),
      /** What conditions may speak of, as a Cedar schema. */
      schema: z.string(),
      operations: z.array(z.strictObject({ name: z.string(), summary: z.string() })),
    }),
  },
  simulatePolicies: {
    kind: 'query',
    summary:
      'What a policy would decide: about one imagined request, and about the requests of the last day.',
    http: { method: 'POST', path: '/rbac/policies/simulate' },
    access: { allow: ['staff'], permission: 'access:policies' },
    input: z.strictObject({
      /** Beside those in force; with the id of one of them, instead of it. */
      policy: z
        .strictObject({
          policy_id: Id.optional(),
          text: PolicyText.optional(),
          template: z.string().max(60).optional(),
          parameters: Parameters.optional(),
        })
        .optional(),
      request: DecisionRequest.optional(),
    }),
    output: z.strictObject({
      text: z.string().nullable(),
      /** About the imagined request, now and with the policy. */
      decision: z.strictObject({ now: Explained, then: Explained }).nullable(),
      last_day: z.strictObject({
        decisions: z.int(),
        would_change: z.int(),
        /** The most frequent changes, at most 50. */
        changes: z.array(
          z.strictObject({
            operation: z.string(),
            principal_kind: z.string(),
            principal_id: Id.nullable(),
            role: z.string().nullable(),
            times: z.int(),
            last_at: Timestamp,
            was: Verdict,
            would_be: Verdict,
          }),
        ),
      }),
    }),
    errors: { ACCESS_POLICY_INVALID: invalid.ACCESS_POLICY_INVALID },
  },
} as const satisfies Readonly<Record<string, Operation>>
