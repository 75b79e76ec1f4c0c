import type { Fact, Severity } from './insight.ts'

/** Many of one kind within a short time. */
export type BurstRule = {
  readonly kind: string
  readonly severity: Severity
  readonly title: string
  /** `{count}` and `{minutes}` are filled in. */
  readonly explanation: string
  /** Actions that count; one that ends in `*` stands for all that begin so. */
  readonly actions: readonly string[]
  /** Whose doings count. */
  readonly actors: 'staff' | 'anyone'
  /** What many of them must have in common. */
  readonly by: 'actor' | 'ip' | 'subject'
  readonly threshold: number
  readonly minutes: number
}

const failures = [
  'authn_login_fail',
  'authn_login_fail_max',
  'authn_step_up_fail',
  'authn_password_change_fail',
  'authn_password_reset_fail',
]

export const burstRules: readonly BurstRule[] = [
  {
    kind: 'failed-sign-ins',
    severity: 'warning',
    title: 'Many failed sign-ins from one network address',
    explanation: '{count} tries failed within {minutes} minutes. One address tries what it does not know.',
    actions: failures,
    actors: 'anyone',
    by: 'ip',
    threshold: 10,
    minutes: 60,
  },
  {
    kind: 'account-under-attack',
    severity: 'warning',
    title: 'Many failed sign-ins to one account',
    explanation: '{count} tries failed within {minutes} minutes. Ask its owner whether that was them.',
    actions: failures,
    actors: 'anyone',
    by: 'subject',
    threshold: 8,
    minutes: 60,
  },
  {
    kind: 'many-refusals',
    severity: 'warning',
    title: 'Somebody was refused again and again',
    explanation: '{count} things were refused to one person within {minutes} minutes.',
    actions: ['authz_request_refused', 'authz_approval_declined', 'payments.refund-refused'],
    actors: 'anyone',
    by: 'actor',
    threshold: 5,
    minutes: 60,
  },
  {
    kind: 'mass-delete',
    severity: 'warning',
    title: 'Many things were removed at once',
    explanation: 'One person removed or archived {count} things within {minutes} minutes.',
    actions: [
      'catalog.product-archived',
      'catalog.category-deleted',
      'media.picture-removed',
      'shipping.method-deleted',
      'oauth.client-deleted',
      'user_deleted',
    ],
    actors: 'staff',
    by: 'actor',
    threshold: 10,
    minutes: 30,
  },
  {
    kind: 'mass-change',
    severity: 'notice',
    title: 'Many changes at once',
    explanation: 'One person made {count} changes within {minutes} minutes.',
    actions: ['catalog.*', 'inventory.*', 'orders.*', 'shipping.*', 'user_updated', 'payments.*'],
    actors: 'staff',
    by: 'actor',
    threshold: 100,
    minutes: 30,
  },
  {
    kind: 'export',
    severity: 'notice',
    title: 'Several exports',
    explanation: 'One person took {count} exports along within {minutes} minutes.',
    actions: ['audit.exported', 'customers.export_downloaded'],
    actors: 'anyone',
    by: 'actor',
    threshold: 3,
    minutes: 60,
  },
  {
    kind: 'many-refunds',
    severity: 'notice',
    title: 'Many refunds by one person',
    explanation: 'One person asked for {count} refunds within {minutes} minutes.',
    actions: ['payments.refund-requested'],
    actors: 'staff',
    by: 'actor',
    threshold: 10,
    minutes: 60,
  },
]

/** What facts have in common under a rule; null where they have no such thing. */
export function commonOf(rule: BurstRule, fact: Fact): string | null {
  if (rule.by === 'ip') return fact.ip
  return rule.by === 'actor' ? fact.actor_id : fact.subject_id
}
