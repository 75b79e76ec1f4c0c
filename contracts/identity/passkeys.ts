import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { AnySignIn, FreshProof, lastFactor, signInExpired, Token, tooManyTries } from './schemas.ts'
import {
  AuthenticationResponse,
  CreationOptions,
  RegistrationResponse,
  RequestOptions,
} from './webauthn-json.ts'

const Passkey = z.strictObject({
  id: Id,
  name: z.string(),
  /** Whether the key is kept in an account of its maker and lives on in other devices. */
  backed_up: z.boolean(),
  created_at: Timestamp,
  last_used_at: Timestamp.nullable(),
})

const refused = {
  IDENTITY_PASSKEY_REFUSED: {
    status: 401,
    message: 'This passkey could not be used. Try again, or choose another way.',
  },
} as const

/** Passkeys: WebAuthn level 3, discoverable credentials that verify their user. */
export const passkeyOperations = {
  startPasskeyRegistration: {
    kind: 'command',
    summary: 'Options for making a passkey, as PublicKeyCredentialCreationOptionsJSON.',
    http: { method: 'POST', path: '/auth/webauthn/register/start' },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol', fresh: true },
    idempotency: 'none',
    input: z.strictObject({}),
    output: CreationOptions,
    errors: {
      IDENTITY_TOO_MANY_PASSKEYS: { status: 409, message: 'An account has at most 20 passkeys.' },
    },
  },
  completePasskeyRegistration: {
    kind: 'command',
    summary: 'Keep a passkey that was made with the options, as RegistrationResponseJSON.',
    http: { method: 'POST', path: '/auth/webauthn/register/complete', status: 201 },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol' },
    idempotency: 'none',
    input: z.strictObject({
      credential: RegistrationResponse,
      /** Named after the browser where it is left out. */
      name: Text(60, 1).optional(),
    }),
    output: Passkey,
    errors: {
      IDENTITY_PASSKEY_NOT_ADDED: {
        status: 400,
        message: 'This passkey could not be added. Start again.',
      },
      IDENTITY_TOO_MANY_PASSKEYS: { status: 409, message: 'An account has at most 20 passkeys.' },
    },
  },
  startPasskeyAuthentication: {
    kind: 'command',
    summary: 'Options for proving a passkey, as PublicKeyCredentialRequestOptionsJSON.',
    http: { method: 'POST', path: '/auth/webauthn/authenticate/start' },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    limit: 'sign-in',
    idempotency: 'none',
    input: z.strictObject({
      /** `step_up`: whoever is signed in proves again that it is them. */
      purpose: z.enum(['sign_in', 'step_up']).default('sign_in'),
      /** Of a sign-in that waits for its second factor. */
      mfa_token: Token.optional(),
      audience: z.enum(['shop', 'staff']).default('shop'),
      /** A browser is given a session cookie, a program access and refresh token. */
      scheme: z.enum(['browser', 'program']).default('browser'),
    }),
    output: RequestOptions,
    errors: signInExpired,
  },
  completePasskeyAuthentication: {
    kind: 'command',
    summary: 'Sign in, finish a sign-in or step up with a passkey, as AuthenticationResponseJSON.',
    http: {
      method: 'POST',
      path: '/auth/webauthn/authenticate/complete',
      device: true,
      session: 'start',
    },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    limit: 'sign-in',
    idempotency: 'none',
    input: z.strictObject({ credential: AuthenticationResponse, mfa_token: Token.optional() }),
    output: z.union([AnySignIn, FreshProof]),
    errors: { ...refused, ...tooManyTries },
  },
  listPasskeys: {
    kind: 'query',
    summary: 'The passkeys of the account, the newest first.',
    http: { method: 'GET', path: '/auth/webauthn/credentials' },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol' },
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(Passkey) }),
  },
  renamePasskey: {
    kind: 'command',
    summary: 'Give a passkey another name.',
    http: { method: 'PATCH', path: '/auth/webauthn/credentials/:passkey_id' },
    access: { allow: ['customer', 'staff'], permission: 'identity:self' },
    input: z.strictObject({ passkey_id: Id, name: Text(60, 1) }),
    output: Passkey,
  },
  revokePasskey: {
    kind: 'command',
    summary: 'Remove a passkey: it opens nothing any more.',
    http: { method: 'POST', path: '/auth/webauthn/revoke', status: 204 },
    access: { allow: ['customer', 'staff'], permission: 'identity:self', fresh: true },
    input: z.strictObject({ passkey_id: Id }),
    output: Nothing,
    errors: lastFactor,
  },
} as const satisfies Readonly<Record<string, Operation>>
