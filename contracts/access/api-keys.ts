import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import {
  Id,
  Nothing,
  Page,
  pageFields,
  QueryFlag,
  Text,
  Timestamp,
} from '@rampart/platform/contract/fields.ts'
import { outranked, Permissions, unknownPermission } from './schemas.ts'

/** What keys never act on: accounts, who may do what, and other programs' access. */
export const CLOSED_TO_KEYS: readonly string[] = ['identity', 'access', 'oauth']

const ApiKey = z.strictObject({
  id: Id,
  name: z.string(),
  /** The beginning of the key, to tell it from others. */
  prefix: z.string(),
  owner_id: Id,
  permissions: z.array(z.string()),
  /** Networks it may be used from; empty: any. */
  networks: z.array(z.string()),
  status: z.enum(['active', 'rotating', 'expired', 'revoked']),
  created_at: Timestamp,
  expires_at: Timestamp,
  last_used_at: Timestamp.nullable(),
  last_used_ip: z.string().nullable(),
  /** The key before it, and until when that still works beside it. */
  replaces: Id.nullable(),
})

/** The key itself: shown here and never again. */
const NewApiKey = ApiKey.extend({ key: z.string() })

const own = { allow: ['staff'], permission: 'access:keys' } as const

/** Keys that programs call the API with, on behalf of somebody of the staff and never with more than they may. */
export const apiKeyOperations = {
  listApiKeys: {
    kind: 'query',
    summary: 'One’s own API keys, newest first; everybody’s for whoever manages access.',
    http: { method: 'GET', path: '/api-keys' },
    access: own,
    input: z.strictObject({ ...pageFields, all: QueryFlag.default(false) }),
    output: Page(ApiKey),
  },
  createApiKey: {
    kind: 'command',
    summary: 'Make an API key. It is shown once.',
    http: { method: 'POST', path: '/api-keys', status: 201 },
    access: { ...own, fresh: true },
    idempotency: 'none',
    input: z.strictObject({
      name: Text(80, 1),
      permissions: Permissions.min(1),
      /** 1 to 366. */
      days: z.int().min(1).max(366).default(90),
      networks: z
        .array(z.union([z.cidrv4(), z.cidrv6()]))
        .max(20)
        .default([]),
    }),
    output: NewApiKey,
    errors: {
      ...unknownPermission,
      ACCESS_NOT_HELD: outranked.ACCESS_NOT_HELD,
      ACCESS_NOT_FOR_KEYS: {
        status: 400,
        message: 'Keys never act on accounts, roles, policies or other keys.',
      },
      ACCESS_TOO_MANY_KEYS: { status: 409, message: 'One person has at most 50 keys that work.' },
    },
  },
  rotateApiKey: {
    kind: 'command',
    summary: 'Make the next key in place of this one, which works on for a while.',
    http: { method: 'POST', path: '/api-keys/:key_id/rotate', status: 201 },
    access: { ...own, fresh: true },
    idempotency: 'none',
    input: z.strictObject({
      key_id: Id,
      /** Hours that the old one still works: 0 to 168. */
      overlap_hours: z.int().min(0).max(168).default(24),
      days: z.int().min(1).max(366).default(90),
    }),
    output: NewApiKey,
    errors: { ACCESS_KEY_OVER: { status: 409, message: 'This key does not work any more.' } },
  },
  revokeApiKey: {
    kind: 'command',
    summary: 'End an API key at once: one’s own, or anybody’s for whoever manages access.',
    http: { method: 'DELETE', path: '/api-keys/:key_id', status: 204 },
    access: own,
    input: z.strictObject({ key_id: Id }),
    output: Nothing,
  },
} as const satisfies Readonly<Record<string, Operation>>
