import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { auditCountOperations } from './audit/counts.ts'
import { entryFields } from './audit/entry.ts'
import { auditHealthOperations } from './audit/health.ts'
import { auditProofOperations } from './audit/proof.ts'
import { auditSearchOperations } from './audit/search.ts'
import { exportOperation } from './personal-data.ts'

/** What was done, by whom, and the proof that nobody has changed the record of it. */
export const audit = defineContract({
  name: 'audit',
  operations: {
    ...auditSearchOperations,
    ...auditHealthOperations,
    ...auditProofOperations,
    ...auditCountOperations,
    ...exportOperation,
  },
  events: {
    'audit.entry-recorded.v1': z.strictObject(entryFields),
  },
})

export type Audit = typeof audit
