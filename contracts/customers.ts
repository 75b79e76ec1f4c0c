import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Id, Nothing, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Address } from './shared-fields.ts'

const SavedAddress = z.strictObject({
  id: Id,
  label: z.string(),
  is_default: z.boolean(),
  address: Address,
  created_at: Timestamp,
})

const fields = { ...Address.shape, label: Text(60).optional(), is_default: z.boolean().optional() }

export const customers = defineContract({
  name: 'customers',
  operations: {
    listAddresses: {
      kind: 'query',
      summary: 'The saved addresses of the signed-in customer, the default one first.',
      http: { method: 'GET', path: '/addresses' },
      access: { allow: ['customer'] },
      input: z.strictObject({}),
      output: z.strictObject({ items: z.array(SavedAddress) }),
    },
    createAddress: {
      kind: 'command',
      summary: 'Save an address.',
      http: { method: 'POST', path: '/addresses', status: 201 },
      access: { allow: ['customer'] },
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
      access: { allow: ['customer'] },
      input: z.strictObject({ address_id: Id, ...fields }),
      output: SavedAddress,
    },
    deleteAddress: {
      kind: 'command',
      summary: 'Remove a saved address.',
      http: { method: 'DELETE', path: '/addresses/:address_id', status: 204 },
      access: { allow: ['customer'] },
      input: z.strictObject({ address_id: Id }),
      output: Nothing,
    },
  },
})

export type Customers = typeof customers
