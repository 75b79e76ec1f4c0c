import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { ClientKind, ReturnAddress, Scope } from './schemas.ts'

const Client = z.strictObject({
  client_id: Id,
  name: z.string(),
  kind: ClientKind,
  redirect_uris: z.array(z.string()),
  post_logout_redirect_uris: z.array(z.string()),
  scopes: z.array(Scope),
  /** When the secret was made; null for apps that have none. */
  secret_since: Timestamp.nullable(),
  /** How many people have connected it. */
  connections: z.int(),
  created_at: Timestamp,
  updated_at: Timestamp,
})

/** The secret is shown in this answer and never again: only its hash is kept. */
const ClientWithSecret = z.strictObject({ client: Client, client_secret: z.string().nullable() })

const fields = {
  name: Text(80, 1),
  redirect_uris: z.array(ReturnAddress).min(1).max(20),
  post_logout_redirect_uris: z.array(ReturnAddress).max(20),
  scopes: z.array(Scope).min(1),
}

const badAddress = {
  OAUTH_BAD_REDIRECT_URI: {
    status: 400,
    message: 'An address to come back to is not safe for this kind of app.',
  },
} as const

/** The apps that may sign people in, as staff register them. */
export const clientOperations = {
  listClients: {
    kind: 'query',
    summary: 'Every registered app, by name.',
    http: { method: 'GET', path: '/oauth/clients' },
    access: { allow: ['staff'], permission: 'oauth:read' },
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(Client) }),
  },
  createClient: {
    kind: 'command',
    summary: 'Register an app. One that runs on a server gets a secret, shown this once.',
    http: { method: 'POST', path: '/oauth/clients', status: 201 },
    access: { allow: ['staff'], permission: 'oauth:write', fresh: true },
    idempotency: 'none',
    input: z.strictObject({ kind: ClientKind, ...fields }),
    output: ClientWithSecret,
    errors: badAddress,
  },
  updateClient: {
    kind: 'command',
    summary: 'Change what an app is called, where people come back to and what it may ask for.',
    http: { method: 'PUT', path: '/oauth/clients/:client_id' },
    access: { allow: ['staff'], permission: 'oauth:write', fresh: true },
    input: z.strictObject({ client_id: Id, ...fields }),
    output: Client,
    errors: badAddress,
  },
  rotateClientSecret: {
    kind: 'command',
    summary: 'Give an app a new secret, shown this once. The old one is of no use from now on.',
    http: { method: 'POST', path: '/oauth/clients/:client_id/secret' },
    access: { allow: ['staff'], permission: 'oauth:write', fresh: true },
    idempotency: 'none',
    input: z.strictObject({ client_id: Id }),
    output: ClientWithSecret,
    errors: { OAUTH_NO_SECRET: { status: 409, message: 'Apps of this kind have no secret.' } },
  },
  deleteClient: {
    kind: 'command',
    summary: 'Remove an app. Everybody is disconnected from it at once.',
    http: { method: 'DELETE', path: '/oauth/clients/:client_id', status: 204 },
    access: { allow: ['staff'], permission: 'oauth:write', fresh: true },
    input: z.strictObject({ client_id: Id }),
    output: Nothing,
  },
} as const satisfies Readonly<Record<string, Operation>>
