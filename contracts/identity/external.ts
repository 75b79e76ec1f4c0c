import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Timestamp } from '@rampart/platform/contract/fields.ts'
import { tooManyTries } from './schemas.ts'

const Provider = z.string().regex(/^[a-z][a-z0-9-]{0,19}$/)
const Label = z.string()

/** Why a browser comes back without having been signed in: `?problem=` of the sign-in page. */
export const ExternalProblem = z.enum([
  'denied',
  'unavailable',
  'expired',
  'refused',
  'unverified',
  'known',
  'too-many',
])

const Redirect = z.strictObject({
  location: z.string(),
  audience: z.enum(['shop', 'staff']),
  session_token: z.string().nullable(),
  expires_at: Timestamp.nullable(),
})

const Identity = z.strictObject({
  id: Id,
  provider: z.string(),
  /** Of the provider, where it is still set up. */
  label: Label,
  /** The address that the provider knew when it was last used. */
  email: z.string().nullable(),
  linked_at: Timestamp,
  last_used_at: Timestamp.nullable(),
})

const notLinked = {
  IDENTITY_EXTERNAL_TAKEN: {
    status: 409,
    message: 'This sign-in is connected to an account already.',
  },
} as const

/** Signing in by the word of somebody else: OpenID Connect, authorization code with PKCE. */
export const externalOperations = {
  listSignInProviders: {
    kind: 'query',
    summary: 'Whose word signs people in beside their own password.',
    http: { method: 'GET', path: '/auth/oidc' },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    input: z.strictObject({}),
    output: z.strictObject({ items: z.array(z.strictObject({ id: Provider, label: Label })) }),
  },
  startExternalSignIn: {
    kind: 'command',
    summary: 'Send a browser to a provider to sign in there.',
    http: { method: 'GET', path: '/auth/oidc/:provider/start', answer: 'redirect', device: true },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    limit: 'sign-in',
    idempotency: 'none',
    input: z.strictObject({
      provider: Provider,
      audience: z.enum(['shop', 'staff']).default('shop'),
      /** A path of this shop, or below the back office, to go on to. */
      next: z.string().max(2_000).optional(),
    }),
    output: Redirect,
  },
  completeExternalSignIn: {
    kind: 'command',
    summary: 'Where a provider sends the browser back to: signs in, connects, or tells why not.',
    http: { method: 'GET', path: '/auth/oidc/:provider/callback', answer: 'redirect', device: true },
    access: { allow: ['anyone'], permission: 'identity:enrol' },
    limit: 'sign-in',
    idempotency: 'none',
    // Not strict: clients must ignore what providers add (RFC 6749 §4.1.2), and some add much.
    input: z.object({
      provider: Provider,
      state: z.string().max(500).optional(),
      code: z.string().max(8_000).optional(),
      iss: z.string().max(2_000).optional(),
      error: z.string().max(500).optional(),
    }),
    output: Redirect,
  },
  startExternalLink: {
    kind: 'command',
    summary: 'Begin to connect a sign-in of a provider to the account: where to send the browser.',
    http: { method: 'POST', path: '/auth/oidc/:provider/link', device: true },
    access: { allow: ['customer', 'staff'], permission: 'identity:self', fresh: true },
    idempotency: 'none',
    input: z.strictObject({ provider: Provider }),
    output: z.strictObject({ location: z.string() }),
    errors: {
      ...tooManyTries,
      IDENTITY_PROVIDER_UNAVAILABLE: {
        status: 503,
        message: 'The provider cannot be reached at the moment. Try again later.',
      },
    },
  },
  listExternalIdentities: {
    kind: 'query',
    summary: 'Sign-ins of providers that are connected to the account, and one that waits to be.',
    http: { method: 'GET', path: '/auth/identities', device: true },
    access: { allow: ['customer', 'staff'], permission: 'identity:self' },
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(Identity),
      /** Somebody signed in there with the address of this account, in this browser, a few minutes ago. */
      offer: z
        .strictObject({ id: Id, provider: z.string(), label: Label, email: z.string().nullable() })
        .nullable(),
    }),
  },
  acceptExternalOffer: {
    kind: 'command',
    summary: 'Connect the sign-in that waits to be.',
    http: { method: 'POST', path: '/auth/identities', status: 201, device: true },
    access: { allow: ['customer', 'staff'], permission: 'identity:self', fresh: true },
    idempotency: 'none',
    input: z.strictObject({ offer_id: Id }),
    output: Identity,
    errors: notLinked,
  },
  unlinkExternalIdentity: {
    kind: 'command',
    summary: 'Disconnect a sign-in of a provider: it opens nothing any more.',
    http: { method: 'DELETE', path: '/auth/identities/:identity_id', status: 204 },
    access: { allow: ['customer', 'staff'], permission: 'identity:self', fresh: true },
    input: z.strictObject({ identity_id: Id }),
    output: Nothing,
    errors: {
      IDENTITY_LAST_WAY_IN: {
        status: 409,
        message: 'This is the only way into your account. Set a password or add a passkey first.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Operation>>
