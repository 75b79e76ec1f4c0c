import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id } from '@rampart/platform/contract/fields.ts'
import { erasureOperation, exportOperation } from '../personal-data.ts'
import { healthOperations } from './health.ts'
import { Language } from './schemas.ts'
import { standingOperations } from './standing.ts'
import { staffOperations } from './staff.ts'

/** What a mail's secret is good for; one made for one purpose never serves another. */
export const MailPurpose = z.enum([
  'reset_otp',
  'unlock_password',
  'not_me',
  'confirm_new_email',
  'confirm_old_email',
  'enrol_staff',
  'staff_recovery',
  'sign_in_code',
])

/** What other modules ask for. */
export const internalOperations = {
  getContacts: {
    kind: 'query',
    summary: 'Where mail for accounts goes.',
    access: { modules: ['notifications', 'checkout', 'customers'] },
    input: z.strictObject({ account_ids: z.array(Id).max(500) }),
    output: z.strictObject({
      contacts: z.array(
        z.strictObject({
          account_id: Id,
          email: z.string(),
          full_name: z.string(),
          language: Language,
          /** Where the account signs in. */
          audience: z.enum(['shop', 'staff']),
        }),
      ),
    }),
  },
  findShopper: {
    kind: 'query',
    summary: 'A customer whom apps may act for; null when locked, gone, not confirmed or staff.',
    access: { modules: ['server'] },
    input: z.strictObject({ account_id: Id }),
    output: z.strictObject({
      shopper: z
        .strictObject({
          account_id: Id,
          email: z.string(),
          full_name: z.string(),
          username: z.string().nullable(),
          language: Language,
        })
        .nullable(),
    }),
  },
  findSellers: {
    kind: 'query',
    summary: 'Sellers who can sign in, by name; of these accounts when they are named.',
    access: { modules: ['catalog'] },
    input: z.strictObject({ account_ids: z.array(Id).max(500).optional() }),
    output: z.strictObject({ sellers: z.array(z.strictObject({ id: Id, name: z.string() })) }),
  },
  issueVerificationToken: {
    kind: 'command',
    summary: 'A fresh token for the confirmation link, made at the moment its mail is written.',
    access: { modules: ['notifications'] },
    input: z.strictObject({ account_id: Id }),
    output: z.strictObject({ token: z.string().nullable() }),
  },
  issueMailToken: {
    kind: 'command',
    summary:
      'The secret of a mail, made at the moment the mail is written; null when it has nothing to say any more.',
    access: { modules: ['notifications'] },
    input: z.strictObject({ account_id: Id, purpose: MailPurpose, reference: Id.optional() }),
    output: z.strictObject({ token: z.string().nullable(), recipient: z.string(), language: Language }),
  },
  ...healthOperations,
  ...standingOperations,
  ...staffOperations,
  ...exportOperation,
  ...erasureOperation,
} as const satisfies Readonly<Record<string, Operation>>
