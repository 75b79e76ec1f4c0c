import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing } from '@rampart/platform/contract/fields.ts'
import { ClientKind, RequestId, Scope } from './schemas.ts'

/** What the protocol keeps between requests. */
export const ArtefactKind = z.enum([
  'Session',
  'Interaction',
  'AuthorizationCode',
  'AccessToken',
  'RefreshToken',
  'Grant',
])

const Secret = z.string().min(1).max(1_000)
const Artefact = { kind: ArtefactKind, id: Secret }
const Payload = z.record(z.string(), z.unknown())
const server = { modules: ['server'] } as const
const Jwk = z.record(z.string(), z.unknown())

/** What the protocol's own pages and endpoints, which the server mounts, ask of this module. */
export const storageOperations = {
  findClient: {
    kind: 'query',
    summary: 'A registered app as the protocol sees it, without anything secret.',
    access: server,
    input: z.strictObject({ client_id: z.string().max(200) }),
    output: z.strictObject({
      client: z
        .strictObject({
          client_id: Id,
          name: z.string(),
          kind: ClientKind,
          redirect_uris: z.array(z.string()),
          post_logout_redirect_uris: z.array(z.string()),
          scopes: z.array(Scope),
        })
        .nullable(),
    }),
  },
  verifyClientSecret: {
    kind: 'query',
    summary: 'Whether this is the secret of an app.',
    access: server,
    input: z.strictObject({ client_id: Id, secret: Secret }),
    output: z.strictObject({ valid: z.boolean() }),
  },
  saveArtefact: {
    kind: 'command',
    summary: 'Keep something of the protocol; tokens only while their grant stands.',
    access: server,
    input: z.strictObject({
      ...Artefact,
      uid: Secret.nullable(),
      grant_id: Secret.nullable(),
      payload: Payload,
      ttl_seconds: z.int().min(1),
    }),
    output: z.strictObject({ saved: z.boolean() }),
  },
  findArtefact: {
    kind: 'query',
    summary: 'Something of the protocol, by its id or by its uid.',
    access: server,
    input: z.strictObject({ kind: ArtefactKind, by: z.enum(['id', 'uid']), value: Secret }),
    output: z.strictObject({ payload: Payload.nullable() }),
  },
  consumeArtefact: {
    kind: 'command',
    summary: 'Use up a code or refresh token, once. A second time ends its grant with all tokens.',
    access: server,
    input: z.strictObject(Artefact),
    output: z.strictObject({ consumed: z.boolean() }),
  },
  deleteArtefact: {
    kind: 'command',
    summary: 'Forget something of the protocol; a grant goes with all its tokens.',
    access: server,
    input: z.strictObject(Artefact),
    output: Nothing,
  },
  revokeByGrant: {
    kind: 'command',
    summary: 'Forget all codes or tokens of one kind that a grant has led to.',
    access: server,
    input: z.strictObject({ kind: ArtefactKind, grant_id: Secret }),
    output: Nothing,
  },
  findGrant: {
    kind: 'query',
    summary: 'The grant that a person has given an app before, if it still stands.',
    access: server,
    input: z.strictObject({ account_id: Id, client_id: Id }),
    output: z.strictObject({ grant_id: z.string().nullable() }),
  },
  requestConsent: {
    kind: 'command',
    summary: 'Put what an app asks for before a person; answers what they decided, once they did.',
    access: server,
    input: z.strictObject({
      request_id: RequestId,
      account_id: Id,
      client_id: Id,
      scopes: z.array(Scope),
      redirect_uri: z.string().max(2_000),
    }),
    output: z.strictObject({ decision: z.enum(['allow', 'deny']).nullable() }),
  },
  issueSignOut: {
    kind: 'query',
    summary: 'A ticket for the page that asks whether to sign out for an app.',
    access: server,
    input: z.strictObject({ client_id: Id.nullable(), location: z.string().max(3_000).nullable() }),
    output: z.strictObject({ ticket: z.string() }),
  },
  authenticateApp: {
    kind: 'query',
    summary: 'For whom, and for what, an access token of an app speaks; null when it is none.',
    access: server,
    input: z.strictObject({ token: z.string().max(4_000) }),
    output: z.strictObject({ account_id: Id, connection_id: Id, scopes: z.array(Scope) }).nullable(),
  },
  getSigningKeys: {
    kind: 'query',
    summary: 'The private keys that ID tokens are signed with, the one in use first.',
    access: server,
    input: z.strictObject({}),
    output: z.strictObject({ keys: z.array(Jwk) }),
  },
  getPublicKeys: {
    kind: 'query',
    summary: 'The public halves of those keys, as a JSON Web Key Set has them.',
    access: server,
    input: z.strictObject({}),
    output: z.strictObject({ keys: z.array(Jwk) }),
  },
} as const satisfies Readonly<Record<string, Operation>>
