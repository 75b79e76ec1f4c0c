/** Patterns that this app has words for; another one is shown by the title that comes with it. */
export const insightKinds = [
  'failed-sign-ins',
  'account-under-attack',
  'many-refusals',
  'mass-delete',
  'mass-change',
  'export',
  'many-refunds',
  'large-refund',
  'night-work',
  'token-reuse',
  'copied-passkey',
  'impossible-travel',
  'new-country',
  'privilege-change',
  'log-touched',
  'keys-withdrawn',
] as const
