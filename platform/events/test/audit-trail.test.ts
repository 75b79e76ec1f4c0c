import { afterAll, beforeAll, expect, test } from 'vitest'
import { backgroundContext, type CallContext } from '../../contract/call-context.ts'
import { sql } from '../../db/sql.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { AUDIT_EVENT } from '../audit-record.ts'
import { createAuditTrail } from '../create-audit-trail.ts'
import { subscriptions } from '../subscriptions.ts'
import { countRows, openOutbox } from './fixture.ts'

let database: TestDatabase
const audit = createAuditTrail(subscriptions(), () => new Date('2026-11-21T08:00:00Z'))

beforeAll(async () => {
  database = await openOutbox()
})
afterAll(() => database.drop())

const CANARY = 'canary-4f9a-secret'

async function recorded(context: CallContext): Promise<Record<string, unknown>> {
  await database.db.run(sql`TRUNCATE platform_events.events`)
  await database.db.tx((tx) =>
    audit.record(tx, context, {
      action: 'accounts.changed',
      subject_type: 'account',
      subject_id: 'a1',
      before: { email: 'a@example.com', password_hash: CANARY },
      after: { email: 'b@example.com', sessions: [{ refresh_token: CANARY }] },
    }),
  )
  const row = await database.db.one<{ type: string; payload: Record<string, unknown> }>(sql`
    SELECT type, payload FROM platform_events.events`)
  expect(row.type).toBe(AUDIT_EVENT)
  expect(JSON.stringify(row.payload)).not.toContain(CANARY)
  return row.payload
}

const from = (principal: CallContext['principal']): CallContext => ({
  ...backgroundContext('r1'),
  principal,
  caller: 'edge',
  ip: '192.0.2.1',
  user_agent: 'x'.repeat(1_000),
})

test('an entry says who did what to what, from where and when, without secrets', async () => {
  const staff = { kind: 'staff', id: 's1', session_id: 'q', role: 'owner', permissions: ['*:*'] } as const
  expect(await recorded(from(staff))).toEqual({
    action: 'accounts.changed',
    subject_type: 'account',
    subject_id: 'a1',
    before: { email: 'a@example.com', password_hash: '[redacted]' },
    after: { email: 'b@example.com', sessions: [{ refresh_token: '[redacted]' }] },
    actor_kind: 'staff',
    actor_id: 's1',
    actor_role: 'owner',
    caller: 'edge',
    request_id: 'r1',
    ip: '192.0.2.1',
    user_agent: 'x'.repeat(300),
    occurred_at: '2026-11-21T08:00:00.000Z',
  })
})

test('what a program does with a key names the key', async () => {
  const person = { kind: 'staff', id: 's1', session_id: 'q', role: 'owner', permissions: ['*:*'] } as const
  const entry = await recorded(from({ ...person, api_key_id: 'k1' }))
  expect(entry).toMatchObject({ actor_id: 's1', caller: 'edge api-key:k1' })
})

test("a guest's token stays out", async () => {
  expect(await recorded(from({ kind: 'guest', guest_token: CANARY }))).toMatchObject({
    actor_kind: 'guest',
    actor_id: null,
    actor_role: null,
  })
})

test('a rolled-back change leaves no entry', async () => {
  await database.db.run(sql`TRUNCATE platform_events.events`)
  const change = database.db.tx(async (tx) => {
    await audit.record(tx, backgroundContext('r1'), { action: 'a.b', subject_type: 'a', subject_id: '1' })
    throw new Error('changed my mind')
  })
  await expect(change).rejects.toThrow()
  expect(await countRows(database, 'events')).toBe(0)
})
