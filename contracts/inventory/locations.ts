import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Quantity, QueryFlag, Text } from '@rampart/platform/contract/fields.ts'
import { Level, Location, locationShort, locationUnknown, readers, writers } from './schemas.ts'

const name = Text(80, 1)
const managers = { allow: ['staff'], permission: 'inventory:write' } as const
const nameTaken = {
  INVENTORY_LOCATION_NAME_TAKEN: { status: 409, message: 'An open location has this name already.' },
} as const

/** Where stock lies, and moving it from here to there. */
export const locationOperations = {
  listLocations: {
    kind: 'query',
    summary: 'The locations of the stock, the main one first; closed ones too on request.',
    http: { method: 'GET', path: '/inventory/locations' },
    access: readers,
    input: z.strictObject({ closed: QueryFlag.default(false) }),
    output: z.strictObject({ items: z.array(Location) }),
  },
  createLocation: {
    kind: 'command',
    summary: 'Add a location.',
    http: { method: 'POST', path: '/inventory/locations', status: 201 },
    access: managers,
    input: z.strictObject({ name }),
    output: Location,
    errors: nameTaken,
  },
  renameLocation: {
    kind: 'command',
    summary: 'Rename a location.',
    http: { method: 'PATCH', path: '/inventory/locations/:location_id' },
    access: managers,
    input: z.strictObject({ location_id: Id, name }),
    output: Location,
    errors: nameTaken,
  },
  closeLocation: {
    kind: 'command',
    summary: 'Close a location in which nothing lies. Its movements stay in the ledger.',
    http: { method: 'DELETE', path: '/inventory/locations/:location_id' },
    access: managers,
    input: z.strictObject({ location_id: Id }),
    output: Location,
    errors: {
      INVENTORY_LOCATION_IN_USE: {
        status: 409,
        message: 'Stock lies in this location, or it is the main one.',
      },
    },
  },
  transferStock: {
    kind: 'command',
    summary: 'Move pieces from one location to another.',
    http: { method: 'POST', path: '/inventory/:variant_id/transfer' },
    access: writers,
    input: z.strictObject({
      variant_id: Id,
      from_location_id: Id,
      to_location_id: Id,
      quantity: Quantity,
      reason: Text(200, 1).optional(),
    }),
    output: Level,
    errors: { ...locationUnknown, ...locationShort },
  },
} as const satisfies Readonly<Record<string, Operation>>
