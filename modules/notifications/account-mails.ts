import { z } from 'zod'
import { Id, Timestamp } from '@rampart/platform/contract/fields.ts'
import type { InputOf } from '@rampart/platform/contract/define-contract.ts'
import type { Identity } from '@rampart/contracts/identity.ts'
import type { AccountFacts, AccountTemplate } from './domain/account-facts.ts'
import type { Audience, Links } from './domain/links.ts'

type Purpose = 'verify_email' | InputOf<Identity, 'issueMailToken'>['purpose']

/** The one-time secret of a mail: a code to type in, or the token of a link to a page. */
export type Secret =
  | { readonly form: 'code'; readonly purpose: Purpose }
  | { readonly form: 'link'; readonly purpose: Purpose; readonly path: `/${string}` }

type AccountMail<Facts> = {
  /** What is kept of the event until the mail is written. */
  readonly facts: z.ZodType<Facts>
  readonly secret?: Secret
  /** Where the button leads, in mails without a secret. */
  readonly page?: (links: Links, audience: Audience, facts: Facts) => string
}

const at = Timestamp
const reference = Id
const nothing = z.strictObject({})

const signIn = (links: Links, audience: Audience): string => links.signIn(audience)
const forgotPassword = (links: Links, audience: Audience): string => links.forgotPassword(audience)

/** What each mail about an account is made of, beside its texts. */
export const accountMails: { readonly [K in AccountTemplate]: AccountMail<AccountFacts[K]> } = {
  'verify-email': {
    facts: nothing,
    secret: { form: 'link', purpose: 'verify_email', path: '/verify-email' },
  },
  'duplicate-registration': { facts: nothing, page: signIn },
  'password-reset-code': { facts: nothing, secret: { form: 'code', purpose: 'reset_otp' } },
  'password-changed': { facts: z.strictObject({ at }), page: forgotPassword },
  'password-disabled': {
    facts: nothing,
    secret: { form: 'link', purpose: 'unlock_password', path: '/unlock' },
  },
  'account-locked': {
    facts: z.strictObject({ reason: z.enum(['staff', 'risk']) }),
    page: (links) => links.help,
  },
  'account-unlocked': { facts: nothing, page: signIn },
  'new-device': {
    facts: z.strictObject({ at, reference, device: z.string(), place: z.string().nullable() }),
    secret: { form: 'link', purpose: 'not_me', path: '/not-me' },
  },
  'confirm-new-email': {
    facts: z.strictObject({ reference }),
    secret: { form: 'link', purpose: 'confirm_new_email', path: '/confirm-email' },
  },
  'confirm-email-change': {
    facts: z.strictObject({ at, reference }),
    secret: { form: 'link', purpose: 'confirm_old_email', path: '/confirm-email' },
  },
  'email-changed': { facts: z.strictObject({ at }), page: signIn },
  'factor-changed': {
    facts: z.strictObject({
      at,
      factor: z.enum(['totp', 'passkey', 'backup_codes', 'external']),
      change: z.enum(['added', 'removed', 'regenerated', 'used', 'locked']),
    }),
    page: forgotPassword,
  },
  'staff-invited': { facts: nothing, secret: { form: 'link', purpose: 'enrol_staff', path: '/enrol' } },
  'recovery-allowed': {
    facts: nothing,
    secret: { form: 'link', purpose: 'staff_recovery', path: '/recover' },
  },
  'sign-in-code': {
    facts: z.strictObject({ reference }),
    secret: { form: 'code', purpose: 'sign_in_code' },
  },
  'export-ready': { facts: nothing, page: (links) => links.privacy },
  'account-erased': { facts: nothing },
  'back-in-stock': {
    facts: z.strictObject({ product_name: z.string(), product_slug: z.string() }),
    page: (links, _audience, { product_slug }) => links.product(product_slug),
  },
  'review-decided': {
    facts: z.strictObject({
      product_name: z.string().nullable(),
      product_slug: z.string().nullable(),
      decision: z.enum(['published', 'refused', 'taken_back', 'removed']),
      reason: z.string().nullable(),
    }),
    page: (links, _audience, { decision, product_slug }) =>
      decision === 'published' && product_slug !== null ? links.product(product_slug) : links.reviews,
  },
  'low-stock': {
    facts: z.strictObject({
      articles: z.array(z.strictObject({ name: z.string(), available: z.int() })),
      total: z.int(),
    }),
    page: (links) => links.stock,
  },
  'approval-asked': {
    facts: z.strictObject({ operation: z.string() }),
    page: (links) => links.approvals,
  },
  'approval-decided': {
    facts: z.strictObject({ operation: z.string(), approved: z.boolean() }),
    page: (links) => links.approvals,
  },
  'role-decided': {
    facts: z.strictObject({
      role: z.enum([
        'super_admin',
        'admin',
        'manager',
        'procurement_manager',
        'sales_manager',
        'staff',
        'seller',
        'customer',
      ]),
      approved: z.boolean(),
    }),
    page: signIn,
  },
}
