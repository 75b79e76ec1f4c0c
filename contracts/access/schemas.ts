import { z } from 'zod'
import { Id, Text, Timestamp } from '@rampart/platform/contract/fields.ts'

/** `resource:action`; either side may be `*`. */
export const Permission = z
  .string()
  .max(80)
  .regex(/^(\*|[a-z][a-z-]*):(\*|[a-z][a-z-]*)$/, 'Use resource:action, such as orders:read or orders:*.')

export const Permissions = z.array(Permission).max(200)

/** What a role is called by programs. */
export const RoleName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, 'Use 2 to 40 lower-case letters, digits and underscores.')

/** How high a role stands: nobody grants, edits or takes away what does not lie below them. */
export const Priority = z.int().min(1).max(99)

export const RoleView = z.strictObject({
  id: Id,
  name: z.string(),
  title: z.string(),
  description: z.string(),
  priority: z.int(),
  /** Comes with the product: its name and priority stay as they are, and it cannot be removed. */
  built_in: z.boolean(),
  permissions: z.array(z.string()),
  /** Counts changes; sent back with a change, so that nobody overwrites what they have not seen. */
  version: z.int(),
  updated_at: Timestamp,
})

export const RoleFields = {
  title: Text(60, 1),
  description: Text(300).default(''),
  priority: Priority,
  permissions: Permissions,
}

export const outranked = {
  ACCESS_OUTRANKED: { status: 403, message: 'This lies above what your own role may give or change.' },
  ACCESS_NOT_HELD: { status: 403, message: 'Nobody gives a permission that they do not hold themselves.' },
} as const

export const changedMeanwhile = {
  ACCESS_CHANGED: { status: 409, message: 'Somebody changed this meanwhile. Look at it again.' },
} as const

export const builtIn = {
  ACCESS_BUILT_IN: { status: 409, message: 'This comes with the product and stays as it is.' },
} as const

export const unknownPermission = {
  ACCESS_UNKNOWN_PERMISSION: { status: 400, message: 'There is no such permission.' },
} as const
