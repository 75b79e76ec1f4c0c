import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Bytes, CursorPage, cursorFields, Id, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { entryFields } from './entry.ts'

const read = { allow: ['staff'], permission: 'audit:read' } as const

const badCursor = { AUDIT_BAD_CURSOR: { status: 400, message: 'This cursor is not valid.' } } as const

const Entry = z.strictObject({ id: Id, ...entryFields })

/** Which entries are wanted; what is left out does not matter. */
const filterFields = {
  action: z.string().max(100).optional(),
  /** Actions that begin so: `authn_`, `orders.`. */
  action_prefix: z
    .string()
    .max(100)
    .regex(/^[a-z][a-z0-9._-]*$/, 'Use the beginning of an action, such as authn_.')
    .optional(),
  subject_type: z.string().max(60).optional(),
  subject_id: z.string().max(100).optional(),
  actor_id: Id.optional(),
  ip: z.union([z.ipv4(), z.ipv6()]).optional(),
  request_id: z.string().min(1).max(100).optional(),
  from: Timestamp.optional(),
  until: Timestamp.optional(),
  /** Stands somewhere in the values before or after, upper or lower case alike. */
  text: Text(100, 2).optional(),
}

const exportFields = { format: z.enum(['csv', 'jsonl']).default('csv'), ...filterFields }

/** How far an export has come: entries after `after` up to `last` are still to be read. */
const ExportPlace = z.strictObject({ ...exportFields, after: Id, last: Id })

/** Reading the log. */
export const auditSearchOperations = {
  listEntries: {
    kind: 'query',
    summary:
      'The audit log, newest first. A page of a search for text may hold few entries and still have a next one.',
    http: { method: 'GET', path: '/audit' },
    access: { ...read, modules: ['access'] },
    input: z.strictObject({ ...cursorFields, ...filterFields }),
    output: CursorPage(Entry),
    errors: badCursor,
  },
  getEntry: {
    kind: 'query',
    summary: 'One entry, its place in the chain, and what else the same request did.',
    http: { method: 'GET', path: '/audit/entries/:entry_id' },
    access: read,
    input: z.strictObject({ entry_id: Id }),
    output: z.strictObject({
      entry: Entry,
      /** null while it waits to be chained, some seconds at most. */
      chain: z
        .strictObject({
          position: z.int(),
          /** SHA-256, hexadecimal. */
          hash: z.string(),
          /** Whether a signed checkpoint stands behind it. */
          proven: z.boolean(),
        })
        .nullable(),
      /** In the order they were written, at most 50. */
      same_request: z.array(Entry),
    }),
  },
  listActivity: {
    kind: 'query',
    summary: 'What one person did and what was done to their account, newest first.',
    http: { method: 'GET', path: '/audit/activity/:account_id' },
    access: read,
    input: z.strictObject({ account_id: Id, ...cursorFields }),
    output: CursorPage(Entry.extend({ by_them: z.boolean() })),
    errors: badCursor,
  },
  exportEntries: {
    kind: 'command',
    summary: 'Entries as a file, oldest first, each with its place in the chain. Leaves an entry itself.',
    http: { method: 'POST', path: '/audit/export', answer: 'binary', rest: 'readExport' },
    access: { allow: ['staff'], permission: 'audit:export', fresh: true },
    limit: 'export',
    input: z.strictObject(exportFields),
    output: z.strictObject({
      content_type: z.enum(['text/csv; charset=utf-8', 'application/jsonl; charset=utf-8']),
      bytes: Bytes,
      attachment: z.string(),
      next: ExportPlace.nullable(),
    }),
    idempotency: 'none',
  },
  readExport: {
    kind: 'query',
    summary: 'The next part of an export that exportEntries has begun and recorded.',
    access: { modules: ['server'] },
    input: ExportPlace,
    output: z.strictObject({ bytes: Bytes, next: ExportPlace.nullable() }),
  },
} as const satisfies Readonly<Record<string, Operation>>
