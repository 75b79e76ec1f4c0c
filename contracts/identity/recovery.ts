import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Day, Id } from '@rampart/platform/contract/fields.ts'
import { Email } from '../shared-fields.ts'
import {
  challengeRequired,
  ChallengeResponse,
  ChangedPassword,
  GivenPassword,
  SixDigits,
  Token,
  tokenInvalid,
  tooManyTries,
  weakPassword,
  wrongCode,
  wrongCredentials,
} from './schemas.ts'

const anyone = { allow: ['anyone'], permission: 'identity:enrol' } as const

const shortPassword = {
  IDENTITY_PASSWORD_TOO_SHORT: {
    status: 400,
    message: 'Use 15 characters or more. 8 are enough only beside a second factor.',
  },
} as const

const forgot = {
  kind: 'command',
  access: anyone,
  idempotency: 'none',
  input: z.strictObject({ email: Email, challenge_response: ChallengeResponse.optional() }),
  output: z.strictObject({ status: z.literal('code_sent') }),
  errors: { ...tooManyTries, ...challengeRequired },
} as const

const verifyOtp = {
  kind: 'command',
  access: anyone,
  idempotency: 'none',
  input: z.strictObject({ email: Email, otp: SixDigits }),
  output: z.strictObject({
    reset_token: z.string(),
    /** Seconds. */
    expires_in: z.int(),
    /** The date of birth that the reset asks for, all but three digits hidden; null: it asks for none. */
    birth_date_hint: z.string().nullable(),
  }),
  errors: {
    IDENTITY_RESET_CODE_INVALID: {
      status: 400,
      message: 'This code is not right, or not valid any more. Check it, or ask for a new one.',
    },
    ...tooManyTries,
  },
} as const

const resetFields = {
  reset_token: Token,
  new_password: ChangedPassword,
  date_of_birth: Day.optional(),
} as const

const resetErrors = {
  ...tokenInvalid,
  ...weakPassword,
  ...shortPassword,
  ...tooManyTries,
  IDENTITY_BIRTH_DATE_WRONG: { status: 400, message: 'The date of birth is not right.' },
} as const

const Reset = z.strictObject({ status: z.literal('password_reset') })

/** Ways back in for those who lost their password, and setting another one. */
export const recoveryOperations = {
  forgotPassword: {
    ...forgot,
    limit: 'recovery',
    summary: 'Mail six digits that allow to set another password. The answer is the same for every address.',
    http: { method: 'POST', path: '/auth/password/forgot', status: 202, body: 'form' },
  },
  verifyResetCode: {
    ...verifyOtp,
    limit: 'recovery',
    summary: 'Exchange the mailed digits for a token that sets another password once.',
    http: { method: 'POST', path: '/auth/password/verify-otp', body: 'form' },
  },
  resetPassword: {
    kind: 'command',
    summary: 'Set another password. Every session ends, and nobody is signed in.',
    http: { method: 'POST', path: '/auth/password/reset', body: 'form' },
    access: anyone,
    limit: 'recovery',
    idempotency: 'none',
    input: z.strictObject(resetFields),
    output: Reset,
    errors: resetErrors,
  },
  forgotStaffPassword: {
    ...forgot,
    limit: 'recovery',
    summary: 'Mail six digits that allow staff to set another password.',
    http: { method: 'POST', path: '/auth/staff/password/forgot', status: 202, body: 'form' },
  },
  verifyStaffResetCode: {
    ...verifyOtp,
    limit: 'recovery',
    summary: 'Exchange the digits mailed to staff for a token that sets another password once.',
    http: { method: 'POST', path: '/auth/staff/password/verify-otp', body: 'form' },
  },
  resetStaffPassword: {
    kind: 'command',
    summary: 'Set another password as staff, with a second factor. Every session ends.',
    http: { method: 'POST', path: '/auth/staff/password/reset', body: 'form' },
    access: anyone,
    limit: 'recovery',
    idempotency: 'none',
    input: z.strictObject({
      ...resetFields,
      code: SixDigits.optional(),
      backup_code: z.string().max(20).optional(),
    }),
    output: Reset,
    errors: {
      ...resetErrors,
      ...wrongCode,
      IDENTITY_FACTOR_NEEDED: {
        status: 403,
        message: 'Give a code of the second factor, or have another administrator allow a recovery.',
      },
    },
  },
  allowRecovery: {
    kind: 'command',
    summary: 'Let somebody of the staff who lost password or factors begin anew, by a link in a mail.',
    http: { method: 'POST', path: '/auth/users/:id/allow-recovery', status: 202 },
    access: { allow: ['staff'], permission: 'identity:manage', fresh: true },
    input: z.strictObject({ id: Id }),
    output: z.strictObject({ status: z.literal('recovery_sent') }),
    errors: tooManyTries,
  },
  recoverStaff: {
    kind: 'command',
    summary:
      'Set another password by the link that an administrator allowed. The second factors go: the next sign-in enrols anew.',
    http: { method: 'POST', path: '/auth/staff/password/recover', body: 'form' },
    access: anyone,
    limit: 'recovery',
    idempotency: 'none',
    input: z.strictObject({ token: Token, new_password: ChangedPassword }),
    output: Reset,
    errors: { ...tokenInvalid, ...weakPassword, ...shortPassword, ...tooManyTries },
  },
  changePassword: {
    kind: 'command',
    summary:
      'Set another password. All other sessions end, and no device stands in for a second factor any more.',
    http: { method: 'PUT', path: '/auth/password', body: 'form' },
    access: { allow: ['customer', 'staff'], permission: 'identity:self', fresh: true },
    idempotency: 'none',
    input: z.strictObject({ new_password: ChangedPassword, current_password: GivenPassword.optional() }),
    output: z.strictObject({ status: z.literal('password_changed') }),
    errors: { ...weakPassword, ...shortPassword, ...wrongCredentials, ...tooManyTries },
  },
} as const satisfies Readonly<Record<string, Operation>>
