import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id } from '@rampart/platform/contract/fields.ts'

/** What the tree looked like when somebody began to move something in it. */
export const TreeVersion = z.string().max(64)

/** The shape of the category tree. */
export const treeOperations = {
  moveCategory: {
    kind: 'command',
    summary:
      'Put a category below another, or at the top, before one of those that are there or behind them all. What lies below it comes along.',
    http: { method: 'POST', path: '/categories/:category_id/move' },
    access: { allow: ['staff'], permission: 'catalog:write' },
    input: z.strictObject({
      category_id: Id,
      /** Null: at the top. */
      parent_id: Id.nullable(),
      /** The one it shall stand before; null: behind all. */
      before_id: Id.nullable().default(null),
      /** As listCategories said it; refused when somebody has moved, added or removed one since. Absent: not looked at. */
      version: TreeVersion.optional(),
    }),
    output: z.strictObject({ version: TreeVersion }),
    errors: {
      CATALOG_CATEGORY_UNKNOWN: { status: 400, message: 'There is no such category.' },
      CATALOG_CATEGORY_CYCLE: { status: 400, message: 'A category cannot be placed below itself.' },
      CATALOG_TREE_CHANGED: {
        status: 409,
        message: 'Somebody has changed the tree meanwhile. Look at it again.',
      },
    },
  },
} as const satisfies Readonly<Record<string, Operation>>
