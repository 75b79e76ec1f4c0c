import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Timestamp } from '@rampart/platform/contract/fields.ts'

/** The state of the chain over the entries. */
export const Verification = z.strictObject({
  /** `intact`; `tampered`: an entry or a checkpoint is not what it was; `behind`: new entries are not chained yet. */
  state: z.enum(['intact', 'tampered', 'behind']),
  /** Entries in the chain, without those that retention has cut off. */
  entries: z.int(),
  /** Entries that are not chained yet. */
  waiting: z.int(),
  /** Entries that this check has read again; fewer than there are where a large log is read in turns. */
  checked: z.int(),
  checkpoints: z.int(),
  /** How often somebody accepted the log as it was, such as after a restored backup. */
  restarts: z.int(),
  /** Up to where everything is proven by a signed checkpoint outside the database. */
  proven_until: Timestamp.nullable(),
  /** The first that is not what it was; without a position where it stands outside the chain. */
  first_bad: z
    .strictObject({ position: z.int().nullable(), entry_id: Id.nullable(), why: z.string() })
    .nullable(),
  checked_at: Timestamp,
})

const Insight = z.strictObject({
  id: z.string(),
  /** Such as `night-work`, `failed-sign-ins`, `new-country`, `mass-change`, `privilege-change`, `export`. */
  kind: z.string(),
  severity: z.enum(['info', 'notice', 'warning']),
  title: z.string(),
  explanation: z.string(),
  actor_id: Id.nullable(),
  from: Timestamp,
  to: Timestamp,
  count: z.int(),
  /** The newest entries behind it, at most 20. */
  entry_ids: z.array(Id),
})

/** Proof and patterns. */
export const auditHealthOperations = {
  verifyAudit: {
    kind: 'query',
    summary: 'Check every entry against its chain and the chain against the signed checkpoints.',
    http: { method: 'GET', path: '/audit/verify' },
    access: { allow: ['staff'], permission: 'audit:read', modules: ['monitoring'] },
    input: z.strictObject({}),
    output: Verification,
  },
  listInsights: {
    kind: 'query',
    summary: 'Unusual patterns of the last days, with the entries behind them.',
    http: { method: 'GET', path: '/audit/insights' },
    access: { allow: ['staff'], permission: 'audit:read', modules: ['monitoring'] },
    input: z.strictObject({ days: z.coerce.number().int().min(1).max(90).default(7) }),
    output: z.strictObject({ items: z.array(Insight) }),
  },
} as const satisfies Readonly<Record<string, Operation>>
