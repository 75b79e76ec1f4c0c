import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Bytes, Day, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Email } from '../shared-fields.ts'
import { Language, Me, Token, tokenInvalid, tooManyTries, Username } from './schemas.ts'

const self = { allow: ['customer', 'staff'], permission: 'identity:self' } as const
const anyone = { allow: ['anyone'], permission: 'identity:enrol' } as const

/** What people see and change of their own account. */
export const profileOperations = {
  getMe: {
    kind: 'query',
    summary: 'Who is signed in.',
    http: { method: 'GET', path: '/auth/me' },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol', scope: 'shop:read' },
    input: z.strictObject({}),
    output: Me,
  },
  updateMe: {
    kind: 'command',
    summary:
      'Change the own profile. A date of birth that is there, and whether a reset asks for it, change only freshly proven.',
    http: { method: 'PATCH', path: '/auth/me' },
    access: self,
    input: z
      .strictObject({
        full_name: Text(120, 1).optional(),
        /** null lets go of it. */
        username: Username.nullable().optional(),
        date_of_birth: Day.optional(),
        language: Language.optional(),
        birth_date_check: z.boolean().optional(),
      })
      .refine((input) => Object.values(input).some((value) => value !== undefined), {
        message: 'Give what is to change.',
      }),
    output: Me,
    errors: { IDENTITY_USERNAME_TAKEN: { status: 409, message: 'This username is taken.' } },
  },
  setAvatar: {
    kind: 'command',
    summary: 'Show a picture beside the own name: a square is cut from its middle.',
    http: { method: 'PUT', path: '/auth/me/avatar', body: 'multipart' },
    access: self,
    input: z.strictObject({ file: z.strictObject({ filename: z.string().max(255), bytes: Bytes }) }),
    output: Me,
    errors: {
      IDENTITY_NOT_A_PICTURE: {
        status: 400,
        message: 'The file is not a JPEG, PNG, WebP or AVIF picture of at most 50 million pixels.',
      },
    },
  },
  removeAvatar: {
    kind: 'command',
    summary: 'Show no picture beside the own name.',
    http: { method: 'DELETE', path: '/auth/me/avatar' },
    access: self,
    input: z.strictObject({}),
    output: Me,
  },
  getEmailChange: {
    kind: 'query',
    summary: 'The change of the own e-mail address that waits for its confirmations, or null.',
    http: { method: 'GET', path: '/auth/email' },
    access: self,
    input: z.strictObject({}),
    output: z.strictObject({
      change: z
        .strictObject({
          new_email: z.string(),
          confirmed_by_new: z.boolean(),
          confirmed_by_old: z.boolean(),
          expires_at: Timestamp,
        })
        .nullable(),
    }),
  },
  requestEmailChange: {
    kind: 'command',
    summary: 'Ask for another e-mail address. It counts once both addresses have confirmed it.',
    http: { method: 'POST', path: '/auth/email', status: 202, body: 'form' },
    access: { ...self, fresh: true },
    limit: 'recovery',
    idempotency: 'none',
    input: z.strictObject({ new_email: Email }),
    output: z.strictObject({ status: z.literal('confirmations_sent') }),
    errors: {
      IDENTITY_EMAIL_DOMAIN_REFUSED: {
        status: 400,
        message: 'Addresses of this provider are not accepted. Use another one.',
      },
      ...tooManyTries,
    },
  },
  confirmEmailChange: {
    kind: 'command',
    summary: 'Confirm a change of address with the token that was mailed to the old or to the new one.',
    http: { method: 'POST', path: '/auth/email/confirm', body: 'form' },
    access: anyone,
    limit: 'recovery',
    idempotency: 'none',
    input: z.strictObject({ token: Token }),
    output: z.strictObject({
      /** `waiting`: the other address has not confirmed yet. */
      status: z.enum(['changed', 'waiting']),
    }),
    errors: {
      ...tokenInvalid,
      IDENTITY_EMAIL_TAKEN: { status: 409, message: 'An account with this e-mail address exists.' },
    },
  },
  cancelEmailChange: {
    kind: 'command',
    summary: 'Stop a change of address, with the token that was mailed to either address.',
    http: { method: 'POST', path: '/auth/email/cancel', body: 'form' },
    access: anyone,
    idempotency: 'none',
    input: z.strictObject({ token: Token }),
    output: z.strictObject({ status: z.literal('cancelled') }),
    errors: tokenInvalid,
  },
} as const satisfies Readonly<Record<string, Operation>>
