import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Bytes, Id, Nothing } from '@rampart/platform/contract/fields.ts'
import { ImportRow } from '../catalog-schemas.ts'
import { FileMapping } from './file-mapping.ts'
import { RefusalCode, Transfer, TransferProblem } from './transfers.ts'

const runner = { modules: ['server'] } as const

/** Who works on what. A worker that was taken for dead finds its work taken away, and writes nothing. */
const work = { transfer_id: Id, worker: Id } as const

const lost = {
  CATALOG_TRANSFER_LOST: { status: 409, message: 'It was cancelled, or another worker goes on with it.' },
} as const

/** What those who carry out imports and exports ask the catalogue for. */
export const transferWork = {
  claimTransfer: {
    kind: 'command',
    summary:
      'The transfer to work on now: the one that its worker left, else the oldest that waits. One at a time.',
    access: runner,
    input: z.strictObject({ worker: Id }),
    output: z.strictObject({ transfer: Transfer.nullable() }),
  },
  readImportPart: {
    kind: 'query',
    summary: 'A part of a file that is being imported; null behind the last.',
    access: runner,
    input: z.strictObject({ transfer_id: Id, part: z.int().min(0) }),
    output: z.strictObject({ bytes: Bytes.nullable() }),
  },
  describeImport: {
    kind: 'command',
    summary: 'Note what the columns of a file are taken for. Without a mapping it waits for a person.',
    access: runner,
    input: z.strictObject({
      ...work,
      own_format: z.boolean(),
      columns: Transfer.shape.columns,
      mapping: FileMapping.nullable(),
    }),
    output: Transfer,
    errors: lost,
  },
  takeImportBatch: {
    kind: 'command',
    summary: 'Records of a file, checked or written: all that is noted of them with it, or nothing.',
    access: runner,
    input: z.strictObject({
      ...work,
      /** How many records were done before these: whoever is behind has lost the work. */
      from: z.int().min(0),
      /** How many these are. */
      records: z.int().min(0).max(1_000),
      rows: z.array(ImportRow).max(1_000),
      refused: z
        .array(
          z.strictObject({
            line: z.int(),
            sku: z.string(),
            name: z.string(),
            column: z.string().nullable(),
            code: RefusalCode,
            reason: z.string(),
          }),
        )
        .max(1_000),
      /** Columns by fields, for what is refused here. */
      columns: z.record(z.string(), z.string()),
    }),
    output: Transfer,
    errors: lost,
  },
  keepExportPart: {
    kind: 'command',
    summary: 'A part of the file of an export, kept with the place to go on from.',
    access: runner,
    input: z.strictObject({
      ...work,
      /** How many parts there were before. */
      part: z.int().min(0),
      bytes: Bytes,
      products: z.int().min(0),
      /** The product to go on behind; null: as before. */
      after: Id.nullable(),
      /** It ends with this. */
      last: z.boolean(),
      /** Columns of the sheet, with its first part. */
      heading: z.array(z.string()).optional(),
    }),
    output: Transfer,
    errors: lost,
  },
  readExportPlace: {
    kind: 'query',
    summary: 'Where an export stands: its columns, parts so far, and the product written last.',
    access: runner,
    input: z.strictObject({ transfer_id: Id }),
    output: z.strictObject({
      heading: z.array(z.string()).nullable(),
      parts: z.int(),
      after: Id.nullable(),
    }),
  },
  listExportAttributes: {
    kind: 'query',
    summary: 'Attributes and currencies of the products that an export is of.',
    access: runner,
    input: z.strictObject({ transfer_id: Id }),
    output: z.strictObject({
      attributes: z.array(
        z.strictObject({ name: z.string(), type: z.enum(['string', 'number', 'boolean']) }),
      ),
      /** Beside the product's own, in which there are prices. */
      currencies: z.array(z.string()),
    }),
  },
  finishTransfer: {
    kind: 'command',
    summary: 'End a phase: of a check, with what it found; or with the problem that ended it.',
    access: runner,
    input: z.strictObject({
      ...work,
      problem: TransferProblem.optional(),
      problem_line: z.int().optional(),
    }),
    output: Nothing,
    errors: lost,
  },
} as const satisfies Readonly<Record<string, Operation>>
