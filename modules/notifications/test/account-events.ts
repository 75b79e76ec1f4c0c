export const TOKEN = 'tok3n-Of-Forty-three-characters_aaaaaaaaaaa'
export const CODE = '048213'
const SESSION_ID = '01890000-0000-7000-8000-000000000004'
export const CHANGE_ID = '01890000-0000-7000-8000-000000000005'
export const MFA_ID = '01890000-0000-7000-8000-000000000006'

/** One event, and what the mail about it has to be. */
export type Case = {
  readonly template: string
  readonly event: string
  readonly facts?: object
  /** The one-time secret it carries. */
  readonly secret?: { readonly purpose: string; readonly reference?: string; readonly form: 'code' | 'link' }
  /** Where its button leads: the path for shoppers, and the one for staff where it is not that below `/admin`. */
  readonly path?: string
  readonly staffPath?: string
  /** Words that the mail must have, by language. */
  readonly en: readonly string[]
  readonly de: readonly string[]
}

const link = (purpose: string, reference?: string): NonNullable<Case['secret']> =>
  reference === undefined ? { purpose, form: 'link' } : { purpose, reference, form: 'link' }
const code = (purpose: string, reference?: string): NonNullable<Case['secret']> => ({
  ...link(purpose, reference),
  form: 'code',
})

const moment = { en: '15 January 2026 at 12:00 (UTC)', de: '15. Januar 2026 um 12:00 (UTC)' }

const decided = { review_id: SESSION_ID, product_name: 'Linen shirt', product_slug: 'linen-shirt' }

/** Every mail about an account that tells of an event. */
export const cases: readonly Case[] = [
  {
    template: 'low-stock',
    event: 'inventory.low-stock-reported.v1',
    facts: {
      items: [{ product_name: 'Linen shirt', sku: 'LS-1', available: 3, threshold: 5 }],
      total: 2,
    },
    path: '/admin/inventory?low=true',
    staffPath: '/admin/inventory?low=true',
    en: ['Left to sell', 'Linen shirt, LS-1', 'And 1 more'],
    de: ['Noch zu verkaufen', 'Linen shirt, LS-1', 'Und 1 weitere'],
  },
  {
    template: 'back-in-stock',
    event: 'customers.wish-back-in-stock.v1',
    facts: { product_id: SESSION_ID, product_name: 'Linen shirt', product_slug: 'linen-shirt' },
    path: '/p/linen-shirt',
    staffPath: '/p/linen-shirt',
    en: ['Linen shirt can be bought', 'It is the only one'],
    de: ['Linen shirt gibt es', 'Es ist die einzige'],
  },
  {
    template: 'review-decided',
    event: 'reviews.review-decided.v1',
    facts: { ...decided, decision: 'published', reason: null },
    path: '/p/linen-shirt',
    staffPath: '/p/linen-shirt',
    en: ['Your review of Linen shirt has been read', 'Look at it'],
    de: ['Ihre Bewertung von Linen shirt wurde gelesen', 'Ansehen'],
  },
  {
    template: 'review-decided',
    event: 'reviews.review-decided.v1',
    facts: { ...decided, decision: 'refused', reason: 'It names a neighbour.' },
    path: '/account/reviews',
    staffPath: '/account/reviews',
    en: ['decided not to publish it', 'It names a neighbour.', 'read again'],
    de: ['nicht zu veröffentlichen', 'It names a neighbour.', 'erneut gelesen'],
  },
  {
    template: 'review-decided',
    event: 'reviews.review-decided.v1',
    facts: { ...decided, decision: 'taken_back', reason: null },
    path: '/account/reviews',
    staffPath: '/account/reviews',
    en: ['has taken it back: Your review of Linen shirt'],
    de: ['zurückgenommen: Ihre Bewertung von Linen shirt'],
  },
  {
    template: 'review-decided',
    event: 'reviews.review-decided.v1',
    facts: { ...decided, product_name: null, product_slug: null, decision: 'removed', reason: null },
    path: '/account/reviews',
    staffPath: '/account/reviews',
    en: ['has removed it', 'with everything in it: Your review.'],
    de: ['hat sie gelöscht', 'was dazugehört: Ihre Bewertung.'],
  },
  {
    template: 'duplicate-registration',
    event: 'identity.duplicate-registration.v1',
    path: '/sign-in',
    en: ['You have an account already'],
    de: ['Sie haben schon ein Konto'],
  },
  {
    template: 'password-reset-code',
    event: 'identity.password-reset-requested.v1',
    facts: { audience: 'shop' },
    secret: code('reset_otp'),
    en: ['for 10 minutes', 'Tell it to nobody'],
    de: ['10 Minuten', 'Sagen Sie ihn niemandem'],
  },
  {
    template: 'password-changed',
    event: 'identity.password-changed.v1',
    path: '/forgot-password',
    en: [moment.en, 'Choose a new password'],
    de: [moment.de, 'Neues Passwort wählen'],
  },
  {
    template: 'password-disabled',
    event: 'identity.password-disabled.v1',
    secret: link('unlock_password'),
    path: '/unlock',
    en: ['too many wrong passwords', 'Nobody got in'],
    de: ['zu viele falsche Passwörter', 'Niemand ist hineingelangt'],
  },
  {
    template: 'account-locked',
    event: 'identity.account-locked.v1',
    facts: { reason: 'staff' },
    path: '/help',
    staffPath: '/help',
    en: ['The team of'],
    de: ['Das Team von'],
  },
  {
    template: 'account-locked',
    event: 'identity.account-locked.v1',
    facts: { reason: 'risk' },
    path: '/help',
    staffPath: '/help',
    en: ['somebody else is trying to use'],
    de: ['dass jemand anderes'],
  },
  {
    template: 'account-unlocked',
    event: 'identity.account-unlocked.v1',
    path: '/sign-in',
    en: ['You can sign in as before'],
    de: ['Sie können sich anmelden wie zuvor'],
  },
  {
    template: 'new-device',
    event: 'identity.new-device.v1',
    facts: { session_id: SESSION_ID, device: 'Firefox on Linux', place: 'DE' },
    secret: link('not_me', SESSION_ID),
    path: '/not-me',
    en: ['Firefox on Linux', 'Germany', moment.en, 'This wasn’t me'],
    de: ['Firefox unter Linux', 'Deutschland', moment.de, 'Das war ich nicht'],
  },
  {
    template: 'email-changed',
    event: 'identity.email-changed.v1',
    path: '/sign-in',
    en: [moment.en],
    de: [moment.de],
  },
  {
    template: 'factor-changed',
    event: 'identity.factor-changed.v1',
    facts: { factor: 'totp', change: 'removed' },
    path: '/forgot-password',
    en: ['The authenticator app was removed', moment.en],
    de: ['Die Authenticator-App wurde entfernt', moment.de],
  },
  {
    template: 'factor-changed',
    event: 'identity.factor-changed.v1',
    facts: { factor: 'backup_codes', change: 'used' },
    path: '/forgot-password',
    en: ['A backup code was used'],
    de: ['Ein Ersatzcode wurde benutzt'],
  },
  {
    template: 'staff-invited',
    event: 'identity.staff-invited.v1',
    secret: link('enrol_staff'),
    path: '/enrol',
    en: ['for 72 hours'],
    de: ['72 Stunden lang'],
  },
  {
    template: 'recovery-allowed',
    event: 'identity.recovery-allowed.v1',
    secret: link('staff_recovery'),
    path: '/recover',
    en: ['An administrator has allowed you'],
    de: ['hat Ihnen erlaubt'],
  },
  {
    template: 'sign-in-code',
    event: 'identity.sign-in-code-requested.v1',
    facts: { mfa_id: MFA_ID },
    secret: code('sign_in_code', MFA_ID),
    en: ['somebody knows your password'],
    de: ['dann kennt jemand Ihr Passwort'],
  },
  {
    template: 'approval-asked',
    event: 'access.approval-asked.v1',
    facts: { approval_id: CHANGE_ID, operation: 'payments.refundOrder' },
    path: '/admin/approvals',
    staffPath: '/admin/approvals',
    en: ['payments.refundOrder', 'needs two people', 'three days'],
    de: ['payments.refundOrder', 'zwei Personen', 'drei Tage'],
  },
  {
    template: 'approval-decided',
    event: 'access.approval-decided.v1',
    facts: { approval_id: CHANGE_ID, operation: 'payments.refundOrder', approved: true },
    path: '/admin/approvals',
    staffPath: '/admin/approvals',
    en: ['has agreed', 'within 24 hours'],
    de: ['zugestimmt', '24 Stunden lang'],
  },
  {
    template: 'approval-decided',
    event: 'access.approval-decided.v1',
    facts: { approval_id: CHANGE_ID, operation: 'payments.refundOrder', approved: false },
    path: '/admin/approvals',
    staffPath: '/admin/approvals',
    en: ['decided against', 'Nothing was changed'],
    de: ['gegen Ihren Vorschlag', 'nichts geändert'],
  },
  {
    template: 'role-decided',
    event: 'identity.role-decided.v1',
    facts: { role: 'seller', approved: true },
    path: '/sign-in',
    en: ['a seller', 'has agreed'],
    de: ['„Händler“', 'hat zugestimmt'],
  },
  {
    template: 'role-decided',
    event: 'identity.role-decided.v1',
    facts: { role: 'sales_manager', approved: false },
    path: '/sign-in',
    en: ['a sales manager', 'decided against it'],
    de: ['„Verkauf“', 'dagegen entschieden'],
  },
]
