import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Bytes, Id, Nothing, Page, pageFields, Text, Timestamp } from '@rampart/platform/contract/fields.ts'
import { ProductStatus } from '../catalog-schemas.ts'
import { FIELDS, FileMapping } from './file-mapping.ts'

const manage = { allow: ['staff'], permission: 'catalog:write', own: 'catalog:own' } as const

/** The largest file that is taken in, in bytes. */
export const MAX_IMPORT_BYTES = 200 * 1024 * 1024
/** The largest part of it that one request may bring, in bytes. */
export const MAX_PART_BYTES = 4 * 1024 * 1024

const Format = z.enum(['csv', 'jsonl'])

const State = z.enum([
  'uploading',
  /** It waits until others are done. */
  'queued',
  'running',
  /** Nobody knows which columns hold name, SKU and price: `checkImport` says so. */
  'unmapped',
  /** Nothing was written yet; `runImport` writes. */
  'checked',
  'done',
  'failed',
  'cancelled',
])

/** Why a file cannot be read at all, or a transfer came to nothing. */
export const TransferProblem = z.enum([
  'not_text',
  'not_utf8',
  'too_many_columns',
  'columns_repeated',
  'empty',
  'too_large',
  'broken_archive',
  'too_many_records',
  'internal',
])

const counts = {
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  refused: z.int(),
}

export type ProblemKind = z.output<typeof TransferProblem>

const ExportFilter = z.strictObject({
  q: Text(200).optional(),
  status: ProductStatus.optional(),
  category: Text(200).optional(),
  type_id: Id.optional(),
  /** A seller's own are all there is for them. */
  seller_id: Id.optional(),
})

const HeadingColumn = z.strictObject({
  name: z.string(),
  /** What it is taken for; null: for nothing. */
  field: z.enum(FIELDS).nullable(),
  /** What stands in it in the first records. */
  samples: z.array(z.string()),
})

/** An import or an export, and how far it is. */
export const Transfer = z.strictObject({
  id: Id,
  kind: z.enum(['import', 'export']),
  format: Format,
  state: State,
  /** `check`: what would change is looked for, and nothing is written. */
  phase: z.enum(['check', 'write']),
  file_name: z.string(),
  /** Bytes: of the file that is taken in, or of the one made so far. */
  size: z.int(),
  /** Bytes of it that have arrived. */
  received: z.int(),
  /** Whose products alone it reaches; null: everybody's. */
  seller_id: Id.nullable(),
  /** Records that this phase is done with. */
  records: z.int(),
  /** How many there are; null: not known yet. */
  total: z.int().nullable(),
  ...counts,
  /** What the last check found. */
  checked: z.strictObject({ records: z.int(), ...counts }).nullable(),
  /** Whether the file was exported here: it needs no mapping. */
  own_format: z.boolean(),
  columns: z.array(HeadingColumn),
  mapping: FileMapping.nullable(),
  filter: ExportFilter.nullable(),
  problem: TransferProblem.nullable(),
  /** Line of the problem, where it stands in one. */
  problem_line: z.int().nullable(),
  created_at: Timestamp,
  ended_at: Timestamp.nullable(),
  /** From then on it is gone, with its file. */
  expires_at: Timestamp,
})

/** Why a row was refused, for those who read another language than the sentence is in. */
export const RefusalCode = z.enum([
  'unreadable',
  'missing',
  'invalid',
  'not_a_price',
  'not_a_number',
  'not_yes_or_no',
  'repeated',
  'sku_taken',
  'slug_taken',
  'several_products',
  'variants',
  'attributes',
  'category_unknown',
  'type_unknown',
  'picture_unknown',
])

export type RefusalKind = z.output<typeof RefusalCode>

const Outcome = z.enum(['created', 'updated', 'unchanged', 'refused'])

/** What became, or would become, of one row. */
const TransferRow = z.strictObject({
  line: z.int(),
  sku: z.string(),
  name: z.string(),
  outcome: Outcome,
  /** Of a refused one: the column, where it is about one. */
  column: z.string().nullable(),
  code: RefusalCode.nullable(),
  reason: z.string().nullable(),
  /** Of an updated one. */
  changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })),
})

const noTransfer = { transfer_id: Id } as const

const wrongTime = {
  CATALOG_TRANSFER_NOT_READY: { status: 409, message: 'This cannot be done with it now.' },
} as const

const tooMany = {
  CATALOG_TOO_MANY_TRANSFERS: {
    status: 409,
    message: 'You have many imports and exports here already. Delete some, or wait until they are done.',
  },
} as const

const FilePlace = z.strictObject({ transfer_id: Id, part: z.int().min(0) })

const FileAnswer = z.strictObject({
  content_type: z.enum(['text/csv; charset=utf-8', 'application/jsonl; charset=utf-8']),
  bytes: Bytes,
  attachment: z.string(),
  next: FilePlace.nullable(),
})

/** Products from files and into files, in the background. */
export const transferOperations = {
  listTransfers: {
    kind: 'query',
    summary: 'Imports and exports of products, the newest first; of a seller their own.',
    http: { method: 'GET', path: '/manage/transfers' },
    access: manage,
    input: z.strictObject({ ...pageFields, kind: z.enum(['import', 'export']).optional() }),
    output: Page(Transfer),
  },
  getTransfer: {
    kind: 'query',
    summary: 'One import or export, and how far it is.',
    http: { method: 'GET', path: '/manage/transfers/:transfer_id' },
    access: manage,
    input: z.strictObject(noTransfer),
    output: Transfer,
  },
  listTransferRows: {
    kind: 'query',
    summary:
      'What became of the rows of an import, or after a check would become of them. The first 20,000 of a kind are kept.',
    http: { method: 'GET', path: '/manage/transfers/:transfer_id/rows' },
    access: manage,
    input: z.strictObject({ ...noTransfer, ...pageFields, outcome: Outcome.optional() }),
    output: Page(TransferRow),
  },
  createImport: {
    kind: 'command',
    summary:
      'Announce a file of products: a .csv or .jsonl, also with .gz. Its bytes follow in parts; once all are there, it is checked.',
    http: { method: 'POST', path: '/manage/transfers/imports', status: 201 },
    access: manage,
    input: z.strictObject({
      file_name: Text(200, 1).regex(
        /\.(csv|jsonl)(\.gz)?$/i,
        'Name a .csv or .jsonl file, with .gz if it is packed.',
      ),
      /** Bytes. */
      size: z.int().min(1).max(MAX_IMPORT_BYTES),
    }),
    output: Transfer,
    errors: tooMany,
  },
  addImportPart: {
    kind: 'command',
    summary:
      'The next part of a file, at most 4 MiB. `from` is how much of it has arrived; the same part again is no error.',
    http: { method: 'POST', path: '/manage/transfers/:transfer_id/parts', body: 'multipart' },
    access: manage,
    input: z.strictObject({
      ...noTransfer,
      from: z.coerce.number().int().min(0).max(MAX_IMPORT_BYTES),
      file: z.strictObject({ filename: z.string().max(255), bytes: Bytes }),
    }),
    output: Transfer,
    errors: {
      ...wrongTime,
      CATALOG_PART_MISPLACED: { status: 409, message: 'Another part is awaited: look how much has arrived.' },
    },
  },
  checkImport: {
    kind: 'command',
    summary: 'Look again what an import would change, with the columns read in this way. Nothing is written.',
    http: { method: 'POST', path: '/manage/transfers/:transfer_id/check' },
    access: manage,
    input: z.strictObject({ ...noTransfer, mapping: FileMapping.optional() }),
    output: Transfer,
    errors: {
      ...wrongTime,
      CATALOG_MAPPING_NEEDED: { status: 400, message: 'Say which columns hold name, SKU and price.' },
    },
  },
  runImport: {
    kind: 'command',
    summary:
      'Write what was checked, or go on with what was cancelled or failed. Rows that are done are not done again.',
    http: { method: 'POST', path: '/manage/transfers/:transfer_id/run' },
    access: manage,
    input: z.strictObject(noTransfer),
    output: Transfer,
    errors: wrongTime,
  },
  cancelTransfer: {
    kind: 'command',
    summary: 'Stop an import or export. What it has written stays.',
    http: { method: 'POST', path: '/manage/transfers/:transfer_id/cancel' },
    access: manage,
    input: z.strictObject(noTransfer),
    output: Transfer,
    errors: wrongTime,
  },
  deleteTransfer: {
    kind: 'command',
    summary: 'Throw an import or export away, with its file. Products are not touched.',
    http: { method: 'DELETE', path: '/manage/transfers/:transfer_id', status: 204 },
    access: manage,
    input: z.strictObject(noTransfer),
    output: Nothing,
    errors: wrongTime,
  },
  downloadRefusals: {
    kind: 'query',
    summary: 'The refused rows of an import as CSV: line, SKU, name, column and reason.',
    http: {
      method: 'GET',
      path: '/manage/transfers/:transfer_id/refusals',
      answer: 'binary',
      rest: 'readRefusals',
    },
    access: manage,
    limit: 'export',
    input: z.strictObject(noTransfer),
    output: FileAnswer,
  },
  createExport: {
    kind: 'command',
    summary: 'Have products written to a file that an import reads again; of a seller their own.',
    http: { method: 'POST', path: '/manage/transfers/exports', status: 201 },
    access: manage,
    input: z.strictObject({ format: Format, filter: ExportFilter.optional() }),
    output: Transfer,
    errors: tooMany,
  },
  downloadExport: {
    kind: 'command',
    summary: 'The file of an export. Leaves an entry that says who took it.',
    http: {
      method: 'POST',
      path: '/manage/transfers/:transfer_id/download',
      answer: 'binary',
      rest: 'readExportFile',
    },
    access: manage,
    limit: 'export',
    input: z.strictObject(noTransfer),
    output: FileAnswer,
    errors: wrongTime,
    idempotency: 'none',
  },
  readRefusals: {
    kind: 'query',
    summary: 'More refused rows, for who may still have them.',
    access: { modules: ['server'] },
    input: FilePlace,
    output: z.strictObject({ bytes: Bytes, next: FilePlace.nullable() }),
  },
  readExportFile: {
    kind: 'query',
    summary: 'The next part of a file that downloadExport has found, for who may still have it.',
    access: { modules: ['server'] },
    input: FilePlace,
    output: z.strictObject({ bytes: Bytes, next: FilePlace.nullable() }),
  },
} as const satisfies Readonly<Record<string, Operation>>
