import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { CountryCode, Id, Nothing, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Role, Token, TokenPair } from './schemas.ts'

/** A sign-in that has not come to its end. */
export const Session = z.strictObject({
  id: Id,
  /** Such as `Firefox on Linux`. */
  device: z.string(),
  /** Country of the address at sign-in; null where it is not known. */
  place: CountryCode.nullable(),
  ip: z.string().nullable(),
  /** Whether that address is of this machine or of a private network. */
  local_network: z.boolean(),
  /** What was proven: `password`, `password+totp`, `passkey`, `external:google` … */
  method: z.string(),
  created_at: Timestamp,
  last_used_at: Timestamp,
})

/** Sessions and tokens. */
export const sessionOperations = {
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
  logout: {
    kind: 'command',
    summary: 'End the session that makes this call.',
    http: { method: 'POST', path: '/auth/logout', status: 204, session: 'end' },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol' },
    input: z.strictObject({}),
    output: Nothing,
  },
  logoutAll: {
    kind: 'command',
    summary: 'End every session of the account.',
    http: { method: 'POST', path: '/auth/logout-all', status: 204, session: 'end' },
    access: { allow: ['customer', 'staff'], permission: 'identity:enrol' },
    input: z.strictObject({}),
    output: Nothing,
  },
  listSessions: {
    kind: 'query',
    summary: 'Where the account is signed in.',
    http: { method: 'GET', path: '/auth/sessions' },
    access: { allow: ['customer', 'staff'], permission: 'identity:self' },
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(Session.extend({ current: z.boolean() })) }),
  },
  endSession: {
    kind: 'command',
    summary: 'End one session of the account.',
    http: { method: 'DELETE', path: '/auth/sessions/:session_id', status: 204 },
    access: { allow: ['customer', 'staff'], permission: 'identity:self' },
    input: z.strictObject({ session_id: Id }),
    output: Nothing,
  },
  endOtherSessions: {
    kind: 'command',
    summary: 'End every session of the account but the one that makes this call.',
    http: { method: 'DELETE', path: '/auth/sessions' },
    access: { allow: ['customer', 'staff'], permission: 'identity:self' },
    input: z.strictObject({}),
    output: z.strictObject({ ended: z.int() }),
  },
  authenticate: {
    kind: 'query',
    summary: 'Who is behind a bearer token or a session cookie, and what they have proven; or null.',
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
        /** Whether this session has proven a second factor. */
        second_factor: z.boolean(),
        /** What it has proven: `password`, `totp`, `backup_code`, `email_code`, `passkey`, `external`. */
        factors: z.array(z.string()),
        /** Whether the account had been signed in to with this device before. */
        device_known: z.boolean(),
        /** How unusual the sign-in was. */
        risk: z.enum(['low', 'medium', 'high']),
        email: z.string(),
        full_name: z.string(),
        /** When a credential was last proven in this session; null: not in a way that counts. */
        authenticated_at: Timestamp.nullable(),
      })
      .nullable(),
  },
  getJwks: {
    kind: 'query',
    summary: 'The public keys that access tokens are signed with, as a JSON Web Key Set.',
    access: { modules: ['server'] },
    input: z.strictObject({}),
    output: z.strictObject({ keys: z.array(z.record(z.string(), z.unknown())) }),
  },
  rotateKeys: {
    kind: 'command',
    summary: 'Make the next key that access tokens are signed with.',
    access: { modules: ['cli'] },
    input: z.strictObject({
      /** On suspicion of a leak: signs with it at once and refuses every token signed before. */
      immediately: z.boolean(),
    }),
    output: z.strictObject({
      number: z.int(),
      signs_from: Timestamp,
      /** The keys before it and when they end. */
      retired: z.array(z.strictObject({ number: z.int(), retired_at: Timestamp })),
    }),
  },
} as const satisfies Readonly<Record<string, Operation>>
