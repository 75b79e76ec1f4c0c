import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Day, Id, Text } from '@rampart/platform/contract/fields.ts'
import { Email } from '../shared-fields.ts'
import {
  challengeRequired,
  ChallengeResponse,
  Language,
  NewPassword,
  Role,
  Token,
  tokenInvalid,
  tooManyTries,
  weakPassword,
} from './schemas.ts'

/** Becoming known: customers by themselves, the owner by a link, others from the command line. */
export const signUpOperations = {
  register: {
    kind: 'command',
    summary:
      'Sign up as a customer. The answer is the same whether or not the address is known. Another role is a request that staff decide on.',
    http: { method: 'POST', path: '/auth/register', status: 202, body: 'form' },
    access: { allow: ['guest'] },
    limit: 'sign-in',
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
      role: z.enum(['customer', 'seller', 'procurement_manager', 'sales_manager']).optional(),
      language: Language.optional(),
      challenge_response: ChallengeResponse.optional(),
    }),
    output: z.strictObject({ status: z.literal('verification_sent') }),
    errors: {
      IDENTITY_EMAIL_DOMAIN_REFUSED: {
        status: 400,
        message: 'Addresses of this provider are not accepted. Use another one.',
      },
      IDENTITY_USERNAME_TAKEN: { status: 409, message: 'This username is taken.' },
      ...weakPassword,
      ...tooManyTries,
      ...challengeRequired,
    },
  },
  verifyEmail: {
    kind: 'command',
    summary: 'Confirm an e-mail address with the token that was mailed to it.',
    http: { method: 'POST', path: '/auth/verify-email', body: 'form' },
    access: { allow: ['guest', 'customer'] },
    limit: 'sign-in',
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
    limit: 'sign-in',
    idempotency: 'none',
    input: z.strictObject({ email: Email, challenge_response: ChallengeResponse.optional() }),
    output: z.strictObject({ status: z.literal('verification_sent') }),
    errors: { ...tooManyTries, ...challengeRequired },
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
    limit: 'sign-in',
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
} as const satisfies Readonly<Record<string, Operation>>
