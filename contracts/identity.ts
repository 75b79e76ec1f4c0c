import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Day, Id, Nothing, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Email } from './shared-fields.ts'

/** 15 to 256 characters; no composition rules (NIST SP 800-63B). Spaces count and nothing is trimmed. */
export const NewPassword = z
  .string()
  .min(15, 'Use 15 characters or more. A few words in a row are easy to remember.')
  .max(256)
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'The password is not valid text.')

const GivenPassword = z.string().min(1).max(256)
const Token = z.string().min(20).max(200)

/** Roles a staff account can have, with the customer role beside them. */
export const Role = z.enum([
  'super_admin',
  'admin',
  'manager',
  'procurement_manager',
  'sales_manager',
  'staff',
  'seller',
  'customer',
])

const Me = z.strictObject({
  id: Id,
  email: z.string(),
  username: z.string().nullable(),
  full_name: z.string(),
  role: Role,
  permissions: z.array(z.string()),
  created_at: Timestamp,
})

const Credentials = z
  .strictObject({
    email: z.string().max(254).optional(),
    username: z.string().max(254).optional(),
    password: GivenPassword,
    // OAuth2 password-form clients send it.
    grant_type: z.literal('password').optional(),
    scope: z.string().max(200).optional(),
  })
  .refine((input) => (input.email === undefined) !== (input.username === undefined), {
    message: 'Give either email or username.',
    path: ['email'],
  })

const TokenPair = z.strictObject({
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.int(),
})

const BrowserSession = z.strictObject({
  session_token: z.string().nullable(),
  account: Me,
  expires_at: Timestamp,
})

const wrongCredentials = {
  IDENTITY_WRONG_CREDENTIALS: { status: 401, message: 'The e-mail address or the password is not right.' },
} as const

const tooManyTries = {
  IDENTITY_TOO_MANY_TRIES: { status: 429, message: 'Too many tries. Wait a little and try again.' },
} as const

const tokenInvalid = {
  IDENTITY_TOKEN_INVALID: { status: 400, message: 'This link is not valid any more. Ask for a new one.' },
} as const

const weakPassword = {
  IDENTITY_PASSWORD_TOO_COMMON: {
    status: 400,
    message: 'This password is on the list of the most used ones. Choose another.',
  },
} as const

export const identity = defineContract({
  name: 'identity',
  operations: {
    register: {
      kind: 'command',
      summary: 'Sign up as a customer. The answer is the same whether or not the address is known.',
      http: { method: 'POST', path: '/auth/register', status: 202, body: 'form' },
      access: { allow: ['guest'] },
      idempotency: 'none',
      input: z.strictObject({
        email: Email,
        password: NewPassword,
        full_name: Text(120, 1),
        username: z
          .string()
          .trim()
          .regex(
            /^[A-Za-z0-9](?:[A-Za-z0-9._-]{1,30})[A-Za-z0-9]$/,
            'Use 3 to 32 letters, digits, dots, hyphens.',
          )
          .optional(),
        date_of_birth: Day.optional(),
        role: z.literal('customer').optional(),
      }),
      output: z.strictObject({ status: z.literal('verification_sent') }),
      errors: {
        IDENTITY_USERNAME_TAKEN: { status: 409, message: 'This username is taken.' },
        ...weakPassword,
        ...tooManyTries,
      },
    },
    verifyEmail: {
      kind: 'command',
      summary: 'Confirm an e-mail address with the token that was mailed to it.',
      http: { method: 'POST', path: '/auth/verify-email', body: 'form' },
      access: { allow: ['guest', 'customer'] },
      idempotency: 'none',
      input: z.strictObject({ token: Token }),
      output: z.strictObject({ status: z.literal('verified') }),
      errors: tokenInvalid,
    },
    resendVerification: {
      kind: 'command',
      summary: 'Mail a fresh confirmation link. The answer is the same whether or not the address is known.',
      http: { method: 'POST', path: '/auth/verify-email/resend', status: 202, body: 'form' },
      access: { allow: ['guest'] },
      idempotency: 'none',
      input: z.strictObject({ email: Email }),
      output: z.strictObject({ status: z.literal('verification_sent') }),
      errors: tooManyTries,
    },
    login: {
      kind: 'command',
      summary: 'Sign in as a customer with a program: access and refresh token.',
      http: { method: 'POST', path: '/auth/login', body: 'form' },
      access: { allow: ['anyone'], permission: 'identity:self' },
      idempotency: 'none',
      input: Credentials,
      output: TokenPair,
      errors: { ...wrongCredentials, ...tooManyTries },
    },
    loginStaff: {
      kind: 'command',
      summary: 'Sign in as staff with a program: access and refresh token.',
      http: { method: 'POST', path: '/auth/staff/login', body: 'form' },
      access: { allow: ['anyone'], permission: 'identity:self' },
      idempotency: 'none',
      input: Credentials,
      output: TokenPair,
      errors: { ...wrongCredentials, ...tooManyTries },
    },
    refresh: {
      kind: 'command',
      summary: 'Exchange a refresh token for a new pair. A used one ends its whole family.',
      http: { method: 'POST', path: '/auth/refresh', body: 'form' },
      access: { allow: ['anyone'], permission: 'identity:self' },
      idempotency: 'none',
      input: z.strictObject({ refresh_token: Token, grant_type: z.literal('refresh_token').optional() }),
      output: TokenPair,
      errors: { IDENTITY_REFRESH_INVALID: { status: 401, message: 'Sign in again.' } },
    },
    startSession: {
      kind: 'command',
      summary: 'Sign in as a customer with a browser: an httpOnly session cookie.',
      http: { method: 'POST', path: '/auth/session', body: 'form', session: 'start' },
      access: { allow: ['guest', 'customer'] },
      idempotency: 'none',
      input: Credentials,
      output: BrowserSession,
      errors: { ...wrongCredentials, ...tooManyTries },
    },
    startStaffSession: {
      kind: 'command',
      summary: 'Sign in as staff with a browser: an httpOnly session cookie for the back office.',
      http: { method: 'POST', path: '/auth/staff/session', body: 'form', session: 'start' },
      access: { allow: ['anyone'], permission: 'identity:self' },
      idempotency: 'none',
      input: Credentials,
      output: BrowserSession,
      errors: { ...wrongCredentials, ...tooManyTries },
    },
    logout: {
      kind: 'command',
      summary: 'End the session that makes this call.',
      http: { method: 'POST', path: '/auth/logout', status: 204, session: 'end' },
      access: { allow: ['customer', 'staff'], permission: 'identity:self' },
      input: z.strictObject({}),
      output: Nothing,
    },
    logoutAll: {
      kind: 'command',
      summary: 'End every session of the account.',
      http: { method: 'POST', path: '/auth/logout-all', status: 204, session: 'end' },
      access: { allow: ['customer', 'staff'], permission: 'identity:self' },
      input: z.strictObject({}),
      output: Nothing,
    },
    getMe: {
      kind: 'query',
      summary: 'Who is signed in.',
      http: { method: 'GET', path: '/auth/me' },
      access: { allow: ['customer', 'staff'], permission: 'identity:self' },
      input: z.strictObject({}),
      output: Me,
    },
    updateMe: {
      kind: 'command',
      summary: 'Change the name on the account.',
      http: { method: 'PATCH', path: '/auth/me' },
      access: { allow: ['customer', 'staff'], permission: 'identity:self' },
      input: z.strictObject({ full_name: Text(120, 1) }),
      output: Me,
    },
    getSetup: {
      kind: 'query',
      summary: 'Whether the shop still waits for its owner.',
      http: { method: 'GET', path: '/auth/setup' },
      access: { allow: ['anyone'], permission: 'identity:self' },
      input: z.strictObject({}),
      output: z.strictObject({ needed: z.boolean() }),
    },
    setUpOwner: {
      kind: 'command',
      summary: 'Make the owner account with the one-time link that the first start printed.',
      http: { method: 'POST', path: '/auth/setup', status: 201 },
      access: { allow: ['guest'] },
      idempotency: 'none',
      input: z.strictObject({ token: Token, email: Email, full_name: Text(120, 1), password: NewPassword }),
      output: z.strictObject({ status: z.literal('ready') }),
      errors: {
        ...tokenInvalid,
        ...weakPassword,
        IDENTITY_EMAIL_TAKEN: { status: 409, message: 'An account with this e-mail address exists.' },
      },
    },
    issueSetupToken: {
      kind: 'command',
      summary: 'A fresh one-time token for the owner set-up link, or null when there is an owner.',
      access: { modules: ['server', 'cli'] },
      input: z.strictObject({}),
      output: z.strictObject({ token: z.string().nullable() }),
    },
    createAccount: {
      kind: 'command',
      summary: 'Make a verified account from the command line.',
      access: { modules: ['cli'] },
      input: z.strictObject({ email: Email, full_name: Text(120, 1), role: Role, password: NewPassword }),
      output: z.strictObject({ id: Id }),
      errors: {
        ...weakPassword,
        IDENTITY_EMAIL_TAKEN: { status: 409, message: 'An account with this e-mail address exists.' },
      },
    },
    authenticate: {
      kind: 'query',
      summary: 'The principal behind a bearer token or a session cookie, or null.',
      access: { modules: ['server'] },
      input: z.strictObject({
        scheme: z.enum(['bearer', 'session']),
        secret: z.string().max(4_000),
        audience: z.enum(['shop', 'staff', 'any']),
      }),
      output: z
        .strictObject({
          kind: z.enum(['customer', 'staff']),
          id: Id,
          session_id: Id,
          role: Role,
          permissions: z.array(z.string()),
          email: z.string(),
          full_name: z.string(),
        })
        .nullable(),
    },
    getContacts: {
      kind: 'query',
      summary: 'Where mail for accounts goes.',
      access: { modules: ['notifications', 'checkout'] },
      input: z.strictObject({ account_ids: z.array(Id).max(500) }),
      output: z.strictObject({
        contacts: z.array(z.strictObject({ account_id: Id, email: z.string(), full_name: z.string() })),
      }),
    },
    issueVerificationToken: {
      kind: 'command',
      summary: 'A fresh token for the confirmation link, made at the moment its mail is written.',
      access: { modules: ['notifications'] },
      input: z.strictObject({ account_id: Id }),
      output: z.strictObject({ token: z.string().nullable() }),
    },
    getJwks: {
      kind: 'query',
      summary: 'The public keys that access tokens are signed with, as a JSON Web Key Set.',
      access: { modules: ['server'] },
      input: z.strictObject({}),
      output: z.strictObject({ keys: z.array(z.record(z.string(), z.unknown())) }),
    },
  },
  events: {
    'identity.verification-requested.v1': z.strictObject({ account_id: Id }),
    'identity.duplicate-registration.v1': z.strictObject({ account_id: Id }),
    'identity.email-verified.v1': z.strictObject({ account_id: Id }),
  },
})

export type Identity = typeof identity
