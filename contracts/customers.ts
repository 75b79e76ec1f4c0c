import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Bytes, Id, Nothing, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { wishlistOperations } from './customers/wishlist.ts'
import { Address } from './shared-fields.ts'

const SavedAddress = z.strictObject({
  id: Id,
  label: z.string(),
  is_default: z.boolean(),
  address: Address,
  created_at: Timestamp,
})

/** An export of one's data: being made, ready to be fetched, too old, or not to be made. */
const DataExport = z.strictObject({
  id: Id,
  status: z.enum(['queued', 'ready', 'expired', 'failed']),
  requested_at: Timestamp,
  ready_at: Timestamp.nullable(),
  expires_at: Timestamp.nullable(),
  /** Of the archive, in bytes. */
  size: z.int().nullable(),
})

/** Where the rest of an archive begins. */
const ArchivePlace = z.strictObject({ export_id: Id, part: z.int().min(1).max(10_000) })

const fields = { ...Address.shape, label: Text(60).optional(), is_default: z.boolean().optional() }

export const customers = defineContract({
  name: 'customers',
  operations: {
    listAddresses: {
      kind: 'query',
      summary: 'The saved addresses of the signed-in customer, the default one first.',
      http: { method: 'GET', path: '/addresses' },
      access: { allow: ['customer'], scope: 'shop:read' },
      input: z.strictObject({}),
      output: z.strictObject({ items: z.array(SavedAddress) }),
    },
    createAddress: {
      kind: 'command',
      summary: 'Save an address.',
      http: { method: 'POST', path: '/addresses', status: 201 },
      access: { allow: ['customer'], scope: 'shop:orders' },
      input: z.strictObject(fields),
      output: SavedAddress,
      errors: {
        CUSTOMERS_TOO_MANY_ADDRESSES: { status: 409, message: 'At most 50 addresses can be saved.' },
      },
    },
    updateAddress: {
      kind: 'command',
      summary: 'Replace a saved address.',
      http: { method: 'PUT', path: '/addresses/:address_id' },
      access: { allow: ['customer'], scope: 'shop:orders' },
      input: z.strictObject({ address_id: Id, ...fields }),
      output: SavedAddress,
    },
    deleteAddress: {
      kind: 'command',
      summary: 'Remove a saved address.',
      http: { method: 'DELETE', path: '/addresses/:address_id', status: 204 },
      access: { allow: ['customer'], scope: 'shop:orders' },
      input: z.strictObject({ address_id: Id }),
      output: Nothing,
    },
    ...wishlistOperations,
    requestExport: {
      kind: 'command',
      summary: 'Ask for an archive of everything the shop holds about you. A mail says when it is ready.',
      http: { method: 'POST', path: '/auth/me/export', status: 202 },
      access: { allow: ['customer'], fresh: true },
      limit: 'export',
      input: z.strictObject({}),
      output: DataExport,
      errors: {
        CUSTOMERS_EXPORT_RUNNING: { status: 409, message: 'An export is being made already.' },
        CUSTOMERS_EXPORT_TOO_SOON: {
          status: 409,
          message: 'One export a day can be made. The last one can still be fetched.',
        },
      },
    },
    listExports: {
      kind: 'query',
      summary: 'The exports you asked for lately, newest first.',
      http: { method: 'GET', path: '/auth/me/exports' },
      access: { allow: ['customer'] },
      input: z.strictObject({}),
      output: z.strictObject({ items: z.array(DataExport) }),
    },
    downloadExport: {
      kind: 'query',
      summary: 'The archive of an export, a ZIP file, for seven days after it was made.',
      http: {
        method: 'GET',
        path: '/auth/me/exports/:export_id/download',
        answer: 'binary',
        rest: 'readExportPart',
      },
      access: { allow: ['customer'] },
      limit: 'export',
      input: z.strictObject({ export_id: Id }),
      output: z.strictObject({
        content_type: z.literal('application/zip'),
        bytes: Bytes,
        attachment: z.string(),
        next: ArchivePlace.nullable(),
      }),
    },
    readExportPart: {
      kind: 'query',
      summary: 'The next part of an archive that downloadExport has found, for who may still have it.',
      access: { modules: ['server'] },
      input: ArchivePlace,
      output: z.strictObject({ bytes: Bytes, next: ArchivePlace.nullable() }),
    },
    requestErasure: {
      kind: 'command',
      summary:
        'Close your account for good. All sessions end at once; what the law wants kept of orders stays.',
      http: { method: 'POST', path: '/auth/me/erasure', status: 202, session: 'end' },
      access: { allow: ['customer'], fresh: true },
      input: z.strictObject({
        /** Nobody types this by accident. */
        confirmation: z.literal('ERASE'),
      }),
      output: z.strictObject({ status: z.literal('started'), requested_at: Timestamp }),
      errors: {
        CUSTOMERS_ORDERS_UNDER_WAY: {
          status: 409,
          message:
            'An order of yours is still under way. Ask again once it has arrived, or cancel it if you can.',
        },
      },
    },
  },
  events: {
    /** What a customer waits for has come; each is told once. */
    'customers.wish-back-in-stock.v1': z.strictObject({
      account_id: Id,
      product_id: Id,
      product_name: z.string(),
      product_slug: z.string(),
    }),
    'customers.export-ready.v1': z.strictObject({ account_id: Id, export_id: Id }),
    /** Whoever holds something about customers and is not called may hear this and remove it. */
    'customers.account-erasure-started.v1': z.strictObject({ account_id: Id }),
    'customers.account-erased.v1': z.strictObject({ account_id: Id }),
  },
})

export type Customers = typeof customers
