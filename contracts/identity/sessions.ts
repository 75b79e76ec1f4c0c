import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Role, Token, TokenPair } from './schemas.ts'

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
} as const satisfies Readonly<Record<string, Operation>>
