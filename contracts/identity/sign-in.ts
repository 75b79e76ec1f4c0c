import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Timestamp } from '@rampart/platform/contract/fields.ts'
import {
  BrowserSignIn,
  challengeRequired,
  Credentials,
  FreshProof,
  GivenPassword,
  ProgramSignIn,
  SixDigits,
  Token,
  tokenInvalid,
  tooManyTries,
  wrongCode,
  wrongCredentials,
} from './schemas.ts'

/** Find the counter whose derived key begins with `keyPrefix`; answer with base64 of JSON { challenge, solution }. */
const ProofOfWork = z.strictObject({
  kind: z.literal('proof_of_work'),
  parameters: z.strictObject({
    algorithm: z.string(),
    cost: z.int(),
    data: z.strictObject({ expires_at: z.int() }),
    keyLength: z.int(),
    keyPrefix: z.string(),
    keySignature: z.string(),
    nonce: z.string(),
    salt: z.string(),
  }),
  signature: z.string(),
})

const RecaptchaTask = z.strictObject({
  kind: z.literal('recaptcha'),
  site_key: z.string(),
  action: z.string(),
})

/** Signing in by password. */
export const signInOperations = {
  login: {
    kind: 'command',
    summary: 'Sign in as a customer with a program: access and refresh token.',
    http: { method: 'POST', path: '/auth/login', body: 'form', device: true },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    limit: 'sign-in',
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
    limit: 'sign-in',
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
    limit: 'sign-in',
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
    limit: 'sign-in',
    idempotency: 'none',
    input: Credentials,
    output: BrowserSignIn,
    errors: { ...wrongCredentials, ...tooManyTries, ...challengeRequired },
  },
  getChallenge: {
    kind: 'query',
    summary: 'A challenge to solve: a proof of work as ALTCHA has it, or what a page needs for reCAPTCHA.',
    http: { method: 'GET', path: '/auth/challenge' },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    limit: 'sign-in',
    input: z.strictObject({}),
    output: z.discriminatedUnion('kind', [ProofOfWork, RecaptchaTask]),
  },
  unlockPassword: {
    kind: 'command',
    summary: 'Enable a password again that was guessed at too often, by the link in the mail about it.',
    http: { method: 'POST', path: '/auth/unlock' },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    limit: 'recovery',
    idempotency: 'none',
    input: z.strictObject({ token: Token }),
    output: z.strictObject({ status: z.literal('unlocked') }),
    errors: tokenInvalid,
  },
  disownSignIn: {
    kind: 'command',
    summary:
      'Say that a sign-in was somebody else: ends every session, disables the password, mails a reset.',
    http: { method: 'POST', path: '/auth/not-me' },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    limit: 'recovery',
    idempotency: 'none',
    input: z.strictObject({ token: Token }),
    output: z.strictObject({ status: z.literal('secured') }),
    errors: tokenInvalid,
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
    http: { method: 'POST', path: '/auth/step-up', body: 'form', session: 'start' },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol' },
    limit: 'sign-in',
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
    output: FreshProof,
    errors: {
      ...wrongCredentials,
      ...wrongCode,
      ...tooManyTries,
      IDENTITY_FACTOR_NEEDED: { status: 403, message: 'This account proves itself by its second factor.' },
    },
  },
} as const satisfies Readonly<Record<string, Operation>>
