import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Page, pageFields, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { locationUnknown, readers, writers } from './schemas.ts'

const StockTake = z.strictObject({
  id: Id,
  name: z.string(),
  location_id: Id,
  location_name: z.string(),
  /** `checked`: compared with the stock, nothing changed yet. */
  status: z.enum(['checked', 'applying', 'applied', 'discarded']),
  lines: z.int(),
  /** Lines whose count is not what the stock said when it was uploaded. */
  differing: z.int(),
  problems: z.int(),
  applied: z.int(),
  /** Differing lines that could not be applied. */
  refused: z.int(),
  created_by: Id,
  created_at: Timestamp,
  finished_at: Timestamp.nullable(),
})

const StockTakeLine = z.strictObject({
  /** In the file, from 1. */
  line: z.int(),
  sku: z.string(),
  variant_id: Id.nullable(),
  product_name: z.string().nullable(),
  counted: z.int().nullable(),
  /** What the stock said when the count was uploaded. */
  expected: z.int().nullable(),
  /** What is added or taken away when it is applied. */
  difference: z.int().nullable(),
  status: z.enum(['same', 'differs', 'problem', 'applied', 'refused']),
  problem: z
    .enum([
      'sku_missing',
      'sku_unknown',
      'sku_twice',
      'count_unclear',
      'below_reserved',
      'location_closed',
      'not_there',
      'too_many',
    ])
    .nullable(),
})

const id = { stock_take_id: Id }

/** Counting what is there, by a file: first compared, then applied. */
export const stockTakeOperations = {
  listStockTakes: {
    kind: 'query',
    summary: 'Stock takes, newest first; for a seller their own.',
    http: { method: 'GET', path: '/inventory/stock-takes' },
    access: readers,
    input: z.strictObject(pageFields),
    output: Page(StockTake),
  },
  createStockTake: {
    kind: 'command',
    summary: 'Upload counts as CSV with the columns sku and counted. Nothing moves before it is applied.',
    http: { method: 'POST', path: '/inventory/stock-takes', status: 201 },
    access: writers,
    input: z.strictObject({
      name: Text(120, 1),
      /** Where was counted; the main location unless told. */
      location_id: Id.optional(),
      csv: z.string().min(1).max(900_000),
    }),
    output: StockTake,
    errors: {
      ...locationUnknown,
      INVENTORY_COUNTS_UNREADABLE: {
        status: 400,
        message: 'This is no CSV file with the columns sku and counted.',
      },
    },
  },
  getStockTake: {
    kind: 'query',
    summary: 'A stock take and how far it is.',
    http: { method: 'GET', path: '/inventory/stock-takes/:stock_take_id' },
    access: readers,
    input: z.strictObject(id),
    output: StockTake,
  },
  listStockTakeLines: {
    kind: 'query',
    summary: 'The lines of a stock take, in the order of the file.',
    http: { method: 'GET', path: '/inventory/stock-takes/:stock_take_id/lines' },
    access: readers,
    input: z.strictObject({
      ...id,
      ...pageFields,
      show: z.enum(['all', 'differing', 'problems']).default('all'),
    }),
    output: Page(StockTakeLine),
  },
  applyStockTake: {
    kind: 'command',
    summary: 'Change the stock by the differences of a stock take, in the background. Again: goes on.',
    http: { method: 'POST', path: '/inventory/stock-takes/:stock_take_id/apply', status: 202 },
    access: writers,
    input: z.strictObject(id),
    output: StockTake,
    errors: {
      INVENTORY_STOCK_TAKE_OVER: { status: 409, message: 'This stock take was applied or discarded.' },
    },
  },
  discardStockTake: {
    kind: 'command',
    summary: 'Discard a stock take that was not applied.',
    http: { method: 'POST', path: '/inventory/stock-takes/:stock_take_id/discard' },
    access: writers,
    input: z.strictObject(id),
    output: StockTake,
    errors: {
      INVENTORY_STOCK_TAKE_OVER: { status: 409, message: 'This stock take was applied or discarded.' },
    },
  },
} as const satisfies Readonly<Record<string, Operation>>
