import { z } from 'zod'
import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { Timestamp } from '@rampart/platform/contract/fields.ts'

const Finding = z.strictObject({
  /** Such as `second-factors`. */
  check: z.string(),
  title: z.string(),
  /** `unknown`: whoever knows did not answer. That never counts as good. */
  state: z.enum(['good', 'attention', 'bad', 'unknown']),
  /** What was found, in a sentence with figures. */
  found: z.string(),
  /** What to do about it; null when there is nothing to do. */
  advice: z.string().nullable(),
  /** A page of the back office where it is done. */
  where: z.string().nullable(),
  /** Points out of `weight`. */
  points: z.int(),
  weight: z.int(),
})

/** How the shop is doing: for now, its security. */
export const monitoring = defineContract({
  name: 'monitoring',
  operations: {
    securityHealth: {
      kind: 'query',
      summary: 'A score from named checks, each with what was found and what to do.',
      http: { method: 'GET', path: '/security/health' },
      access: { allow: ['staff'], permission: 'monitoring:read' },
      input: z.strictObject({
        /** Of the sentences. */
        language: z.enum(['en', 'de']).default('en'),
      }),
      output: z.strictObject({
        /** 0 to 100. */
        score: z.int(),
        grade: z.enum(['A', 'B', 'C', 'D', 'E']),
        findings: z.array(Finding),
        /** The last score of each of the last 90 days that has one, the oldest first. */
        history: z.array(z.strictObject({ day: z.iso.date(), score: z.int() })),
        checked_at: Timestamp,
      }),
    },
  },
})

export type Monitoring = typeof monitoring
