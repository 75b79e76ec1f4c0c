import { type Sql, sql } from '@rampart/platform/db/sql.ts'

/** Every column of an entry, in the order of the contract. */
export const entryColumns: Sql = sql`
  id, action, subject_type, subject_id, before, after, actor_kind, actor_id, actor_role, caller, request_id, ip,
  user_agent, occurred_at`

/** The same of a table that is called `e` in the statement. */
export const entryColumnsOfE: Sql = sql`
  e.id, e.action, e.subject_type, e.subject_id, e.before, e.after, e.actor_kind, e.actor_id, e.actor_role, e.caller,
  e.request_id, e.ip, e.user_agent, e.occurred_at`

/** Before every id. */
export const FIRST_ID = '00000000-0000-0000-0000-000000000000'
