import { z } from 'zod'
import type { Operation } from '@rampart/platform/contract/define-contract.ts'
import { Id, Timestamp } from '@rampart/platform/contract/fields.ts'
import { Verification } from './health.ts'

/** What the command line asks for. */
export const auditProofOperations = {
  verifyWhole: {
    kind: 'query',
    summary: 'Check everything, however long it takes. Changes nothing and needs no running server.',
    access: { modules: ['cli'] },
    input: z.strictObject({
      /** Another copy of the checkpoints; absent: `DATA_DIR/audit/checkpoints.jsonl`. */
      checkpoints: z.string().optional(),
    }),
    output: Verification,
  },
  verifyExport: {
    kind: 'query',
    summary: 'Check an exported JSONL file by itself: each entry, and the checkpoints that lie in its reach.',
    access: { modules: ['cli'] },
    input: z.strictObject({ file: z.string(), checkpoints: z.string().optional() }),
    output: z.strictObject({
      entries: z.int(),
      /** Entries without a place in the chain: not chained yet when they were exported, or repeated. */
      unchained: z.int(),
      /** Whether no entry is missing between the first and the last. */
      gapless: z.boolean(),
      /** Checkpoints that confirm an entry of the file. */
      checkpoints: z.int(),
      first_bad: z.strictObject({ line: z.int(), entry_id: Id.nullable(), why: z.string() }).nullable(),
    }),
  },
  writeExport: {
    kind: 'query',
    summary: 'Write the whole log into a new JSONL file, oldest first.',
    access: { modules: ['cli'] },
    input: z.strictObject({ file: z.string() }),
    output: z.strictObject({ entries: z.int() }),
  },
  restartChain: {
    kind: 'command',
    summary:
      'Accept the log as it is now, with a signed statement that says so and why: after a restored backup.',
    access: { modules: ['cli'] },
    input: z.strictObject({ reason: z.string().min(3).max(500) }),
    output: z.strictObject({ position: z.int(), adopted: z.int(), at: Timestamp }),
  },
  proofKey: {
    kind: 'query',
    summary: 'The public key that checkpoints are signed with, for those who check them elsewhere.',
    access: { modules: ['cli'] },
    input: z.strictObject({}),
    /** SubjectPublicKeyInfo as PEM. */
    output: z.strictObject({ algorithm: z.literal('Ed25519'), pem: z.string() }),
  },
} as const satisfies Readonly<Record<string, Operation>>
