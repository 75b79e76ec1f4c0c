import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Timestamp } from '@rampart/platform/contract/fields.ts'
import { ClientKind, RequestId, Scope } from './schemas.ts'

/** What customers decide about apps. */
export const appOperations = {
  listConnectedApps: {
    kind: 'query',
    summary: 'Apps that may act for the customer.',
    http: { method: 'GET', path: '/oauth/apps' },
    access: { allow: ['customer'] },
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(
        z.strictObject({
          app_id: Id,
          name: z.string(),
          scopes: z.array(Scope),
          connected_at: Timestamp,
          last_used_at: Timestamp,
        }),
      ),
    }),
  },
  disconnectApp: {
    kind: 'command',
    summary: 'Take back what an app was allowed. Its tokens are of no use from now on.',
    http: { method: 'DELETE', path: '/oauth/apps/:app_id', status: 204 },
    access: { allow: ['customer'] },
    input: z.strictObject({ app_id: Id }),
    output: Nothing,
  },
  getConsent: {
    kind: 'query',
    summary: 'What an app asks the customer for.',
    http: { method: 'GET', path: '/oauth/consents/:request_id' },
    access: { allow: ['customer'] },
    input: z.strictObject({ request_id: RequestId }),
    output: z.strictObject({
      client_name: z.string(),
      client_kind: ClientKind,
      scopes: z.array(Scope),
      /** Where the customer goes next, as people read it. */
      redirect_host: z.string(),
      /** The same as a source of a content security policy. */
      redirect_source: z.string(),
    }),
  },
  decideConsent: {
    kind: 'command',
    summary: 'Allow or refuse what an app asks for, once.',
    http: { method: 'POST', path: '/oauth/consents/:request_id' },
    access: { allow: ['customer'] },
    input: z.strictObject({ request_id: RequestId, decision: z.enum(['allow', 'deny']) }),
    output: z.strictObject({ location: z.string() }),
  },
  readSignOut: {
    kind: 'query',
    summary: 'Which app asks to sign out, and where people go afterwards.',
    http: { method: 'GET', path: '/oauth/sign-outs/:ticket' },
    access: { allow: ['guest', 'customer'] },
    input: z.strictObject({ ticket: z.string().min(20).max(4_000) }),
    output: z.strictObject({
      client_name: z.string().nullable(),
      location: z.string().nullable(),
      redirect_source: z.string().nullable(),
    }),
  },
} as const satisfies Readonly<Record<string, Operation>>
