import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Page, pageFields } from '@rampart/platform/contract/fields.ts'
import { Level, Location, MOST_PIECES, readers, StockLine, StockRules, writers } from './schemas.ts'

const Settings = z.strictObject({
  /** So many available pieces or fewer are low, for variants without a threshold of their own. */
  low_stock_threshold: z.int().min(0).max(MOST_PIECES),
})

/** When stock is low, and what may be ordered beyond it. */
export const ruleOperations = {
  getStock: {
    kind: 'query',
    summary: 'The stock of a variant, with what lies in each location.',
    http: { method: 'GET', path: '/inventory/:variant_id' },
    access: readers,
    input: z.strictObject({ variant_id: Id }),
    output: z.strictObject({
      ...StockLine.shape,
      locations: z.array(z.strictObject({ ...Location.shape, on_hand: z.int() })),
    }),
  },
  listLowStock: {
    kind: 'query',
    summary: 'Variants that are at their threshold or below, lowest first; for a seller of their own.',
    http: { method: 'GET', path: '/inventory/low-stock' },
    access: readers,
    input: z.strictObject(pageFields),
    output: Page(StockLine),
  },
  setStockRules: {
    kind: 'command',
    summary: 'Say when a variant is low, and how many pieces may be ordered beyond what is there.',
    http: { method: 'PATCH', path: '/inventory/:variant_id' },
    access: writers,
    input: z.strictObject({
      variant_id: Id,
      low_stock_threshold: z.int().min(0).max(MOST_PIECES).nullable().optional(),
      backorder_limit: z.int().min(0).max(9_999).optional(),
    }),
    output: z.strictObject({ ...Level.shape, ...StockRules.shape }),
  },
  getStockSettings: {
    kind: 'query',
    summary: 'What holds for variants without rules of their own.',
    http: { method: 'GET', path: '/inventory/settings' },
    access: readers,
    input: z.strictObject({}),
    output: Settings,
  },
  setStockSettings: {
    kind: 'command',
    summary: 'Change what holds for variants without rules of their own.',
    http: { method: 'PUT', path: '/inventory/settings' },
    access: { allow: ['staff'], permission: 'inventory:write' },
    input: Settings,
    output: Settings,
  },
} as const satisfies Readonly<Record<string, Operation>>
