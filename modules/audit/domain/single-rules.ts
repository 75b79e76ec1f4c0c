import type { Fact, Severity } from './insight.ts'

/** Entries that are worth a look by themselves; those of one person and day make one insight. */
export type SingleRule = {
  readonly kind: string
  readonly severity: Severity
  readonly title: string
  readonly explanation: string
  readonly applies: (fact: Fact) => boolean
}

const changesNothing = new Set([
  'authz_approval_proposed',
  'authz_approval_withdrawn',
  'authz_request_refused',
])

const matches =
  (...actions: readonly string[]) =>
  ({ action }: Fact): boolean =>
    actions.includes(action)

export const singleRules: readonly SingleRule[] = [
  {
    kind: 'token-reuse',
    severity: 'warning',
    title: 'A session key was used twice',
    explanation: 'Somebody used a session key that had been replaced: it was copied. The session has ended.',
    applies: matches('authn_token_reuse'),
  },
  {
    kind: 'copied-passkey',
    severity: 'warning',
    title: 'A passkey may have been copied',
    explanation: 'The counter of a passkey went back, which happens when two devices hold the same key.',
    applies: matches('authn_passkey_cloned'),
  },
  {
    kind: 'impossible-travel',
    severity: 'warning',
    title: 'Signed in from two places too far apart',
    explanation: 'Nobody can have travelled between the two countries in that time. Ask the owner.',
    applies: matches('authn_impossible_travel'),
  },
  {
    kind: 'new-country',
    severity: 'notice',
    title: 'First sign-in from a country',
    explanation: 'Somebody of the staff signed in from a country that they never signed in from before.',
    applies: (fact) => fact.action === 'authn_login_success' && fact.new_country && fact.audience === 'staff',
  },
  {
    kind: 'privilege-change',
    severity: 'notice',
    title: 'Roles, rights or policies were changed',
    explanation: 'Somebody changed who may do what. Make sure that it was meant.',
    applies: ({ action }) =>
      action === 'authn_recovery_allowed' || (action.startsWith('authz_') && !changesNothing.has(action)),
  },
  {
    kind: 'log-touched',
    severity: 'warning',
    title: 'The audit log was restarted',
    explanation: 'Somebody accepted the log as it was found. The reason stands in the entry.',
    applies: matches('audit.restarted'),
  },
  {
    kind: 'keys-withdrawn',
    severity: 'notice',
    title: 'Signing keys were withdrawn',
    explanation: 'Somebody withdrew the keys that access tokens are signed with, as on suspicion of a leak.',
    applies: matches('identity.keys-withdrawn'),
  },
]
