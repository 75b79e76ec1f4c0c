import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Timestamp } from '@rampart/platform/contract/fields.ts'
import {
  BrowserSignIn,
  challengeRequired,
  Credentials,
  GivenPassword,
  ProgramSignIn,
  SixDigits,
  tooManyTries,
  wrongCode,
  wrongCredentials,
} from './schemas.ts'

/** Signing in by password. */
export const signInOperations = {
  login: {
    kind: 'command',
    summary: 'Sign in as a customer with a program: access and refresh token.',
    http: { method: 'POST', path: '/auth/login', body: 'form', device: true },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    idempotency: 'none',
    input: Credentials,
    output: ProgramSignIn,
    errors: { ...wrongCredentials, ...tooManyTries, ...challengeRequired },
  },
  loginStaff: {
    kind: 'command',
    summary: 'Sign in as staff with a program: access and refresh token.',
    http: { method: 'POST', path: '/auth/staff/login', body: 'form', device: true },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    idempotency: 'none',
    input: Credentials,
    output: ProgramSignIn,
    errors: { ...wrongCredentials, ...tooManyTries, ...challengeRequired },
  },
  startSession: {
    kind: 'command',
    summary: 'Sign in as a customer with a browser: an httpOnly session cookie.',
    http: { method: 'POST', path: '/auth/session', body: 'form', device: true, session: 'start' },
    access: { allow: ['guest', 'customer'] },
    idempotency: 'none',
    input: Credentials,
    output: BrowserSignIn,
    errors: { ...wrongCredentials, ...tooManyTries, ...challengeRequired },
  },
  startStaffSession: {
    kind: 'command',
    summary: 'Sign in as staff with a browser: an httpOnly session cookie for the back office.',
    http: { method: 'POST', path: '/auth/staff/session', body: 'form', device: true, session: 'start' },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    idempotency: 'none',
    input: Credentials,
    output: BrowserSignIn,
    errors: { ...wrongCredentials, ...tooManyTries, ...challengeRequired },
  },
  getStepUp: {
    kind: 'query',
    summary: 'How the caller can prove again who they are, and until when the last proof counts.',
    http: { method: 'GET', path: '/auth/step-up' },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol' },
    input: z.strictObject({}),
    output: z.strictObject({
      methods: z.array(z.enum(['password', 'totp', 'backup_code', 'passkey'])),
      fresh_until: Timestamp.nullable(),
    }),
  },
  stepUp: {
    kind: 'command',
    summary: 'Prove again who is there: by a factor where the account has one, else by the password.',
    http: { method: 'POST', path: '/auth/step-up', body: 'form' },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol' },
    idempotency: 'none',
    input: z
      .strictObject({
        password: GivenPassword.optional(),
        code: SixDigits.optional(),
        backup_code: z.string().max(20).optional(),
      })
      .refine((input) => Object.values(input).filter((value) => value !== undefined).length === 1, {
        message: 'Give one proof.',
      }),
    output: z.strictObject({ fresh_until: Timestamp }),
    errors: {
      ...wrongCredentials,
      ...wrongCode,
      ...tooManyTries,
      IDENTITY_FACTOR_NEEDED: { status: 403, message: 'This account proves itself by its second factor.' },
    },
  },
} as const satisfies Readonly<Record<string, Operation>>
