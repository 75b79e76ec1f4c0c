import { z } from 'zod'
import { Timestamp } from '@rampart/platform/contract/fields.ts'

/** What one entry holds; the shape that `platform/events/audit-trail.ts` writes. */
export const entryFields = {
  action: z.string(),
  subject_type: z.string(),
  subject_id: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  actor_kind: z.string(),
  actor_id: z.string().nullable(),
  actor_role: z.string().nullable(),
  caller: z.string(),
  request_id: z.string(),
  ip: z.string().nullable(),
  user_agent: z.string().nullable(),
  occurred_at: Timestamp,
}
