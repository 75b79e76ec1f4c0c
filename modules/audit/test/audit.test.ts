import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { auditModule } from '../module.ts'

let h: Awaited<ReturnType<typeof testModule>>
beforeAll(async () => void (h = await testModule(auditModule)))
afterAll(() => h.close())

const EVENT = 'audit.entry-recorded.v1'
const actor = newId()

function staff(...permissions: string[]): Principal {
  return { kind: 'staff', id: newId(), session_id: newId(), role: 'admin', permissions }
}

function entry(action: string, subject_id: string, over: object = {}) {
  return {
    action,
    subject_type: 'order',
    subject_id,
    before: null,
    after: { status: 'cancelled', lines: [1, 2] },
    actor_kind: 'staff',
    actor_id: actor,
    actor_role: 'admin',
    caller: 'edge',
    request_id: 'req-1',
    ip: '203.0.113.5',
    user_agent: null,
    occurred_at: '2026-01-15T12:00:00.000Z',
    ...over,
  }
}

type Listed = { items: { id: string; action: string; after: unknown }[]; next_cursor: string | null }
const list = (input: object = {}): Promise<Listed> =>
  h.call('listEntries', input, { principal: staff('audit:read') })

test('an entry is kept once, however often it is delivered', async () => {
  const id = newId()
  for (let time = 0; time < 3; time++) await h.deliver(EVENT, entry('orders.cancelled', 'a'), id)
  const { items } = await list({ subject_id: 'a' })
  expect(items).toEqual([{ id, ...entry('orders.cancelled', 'a') }])
})

test('the list is newest first, filtered, and goes on from a cursor', async () => {
  for (let number = 0; number < 5; number++) await h.deliver(EVENT, entry(`test.step-${number}`, 'b'))
  await h.deliver(
    EVENT,
    entry('test.other', 'c', { actor_id: null, actor_kind: 'guest', subject_type: 'cart' }),
  )
  const first = await list({ subject_type: 'order', subject_id: 'b', limit: 3 })
  expect(first.items.map((item) => item.action)).toEqual(['test.step-4', 'test.step-3', 'test.step-2'])
  const rest = await list({ subject_type: 'order', subject_id: 'b', limit: 3, cursor: first.next_cursor })
  expect(rest.items.map((item) => item.action)).toEqual(['test.step-1', 'test.step-0'])
  expect(rest.next_cursor).toBeNull()
  expect((await list({ action: 'test.other' })).items).toHaveLength(1)
  expect((await list({ actor_id: newId() })).items).toHaveLength(0)
  expect((await list({ actor_id: actor, limit: 100 })).items).toHaveLength(6)
})

test.each(['nonsense', "' OR true --", '00000000-0000-0000-0000-00000000000'])(
  'a bad cursor is refused: %s',
  async (cursor) => {
    await expect(list({ cursor })).rejects.toMatchObject({ code: 'AUDIT_BAD_CURSOR', status: 400 })
  },
)

test('only staff with the permission may read', async () => {
  const customer: Principal = { kind: 'customer', id: newId(), session_id: newId(), guest_token: null }
  await expect(h.call('listEntries', {})).rejects.toMatchObject({ status: 401 })
  for (const principal of [staff('orders:*', 'audit:write'), customer]) {
    await expect(h.call('listEntries', {}, { principal })).rejects.toMatchObject({ status: 403 })
  }
})

test.each(["UPDATE audit.entries SET action = 'x'", 'DELETE FROM audit.entries', 'TRUNCATE audit.entries'])(
  'entries are never changed: %s',
  async (statement) => {
    await expect(h.db.pool.query(statement)).rejects.toThrow('never changed')
  },
)

test('a person’s export holds what they did and what was done to them, and nobody else’s doings', async () => {
  const me = newId()
  const mine = { actor_kind: 'customer', actor_id: me, ip: '203.0.113.7' }
  await h.deliver(EVENT, entry('orders.placed', newId(), mine))
  const about = { actor_kind: 'staff', actor_id: newId(), subject_type: 'account', ip: '198.51.100.1' }
  await h.deliver(EVENT, entry('authn_login_lock', me, about))
  await h.deliver(EVENT, entry('orders.placed', newId(), { actor_id: newId() }))
  const input = { account_id: me, email: 'ada@example.com', before: '2026-01-01T00:00:00.000Z' }
  const out: { sections: { name: string; data: object[] }[] } = await h.call('exportPersonalData', input, {
    principal: { kind: 'system' },
    caller: 'customers',
  })
  expect(out.sections).toMatchObject([{ name: 'history' }])
  const told = out.sections[0]?.data ?? []
  expect(told).toHaveLength(2)
  expect(told).toContainEqual(
    expect.objectContaining({ action: 'authn_login_lock', by_you: false, ip: null }),
  )
  expect(told).toContainEqual(
    expect.objectContaining({ action: 'orders.placed', by_you: true, ip: '203.0.113.7' }),
  )
  await expect(h.call('exportPersonalData', input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
