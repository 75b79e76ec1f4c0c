import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { auditModule } from '../module.ts'

const HOUR = 3_600_000
const now = new Date('2026-01-15T12:00:00.000Z')

let h: Awaited<ReturnType<typeof testModule>>
beforeAll(async () => void (h = await testModule(auditModule, { clock: () => now })))
afterAll(() => h.close())

async function record(action: string, hoursAgo: number): Promise<void> {
  const occurred = new Date(now.getTime() - hoursAgo * HOUR)
  const entry = {
    action,
    subject_type: 'account',
    subject_id: 'a',
    before: null,
    after: null,
    actor_kind: 'guest',
    actor_id: null,
    actor_role: null,
    caller: 'edge',
    request_id: 'req-1',
    ip: null,
    user_agent: null,
    occurred_at: occurred.toISOString(),
  }
  await h.deliver('audit.entry-recorded.v1', entry, newId(occurred.getTime()))
}

const count = (actions: string[], days: number): Promise<{ items: object[] }> =>
  h.call('countActions', { actions, days }, { caller: 'monitoring' })

test('entries are counted by action and by spans of 24 hours, the last in front', async () => {
  // Ids that are made in one process never go back in time: the oldest first.
  for (const hours of [80, 50, 30, 25, 24.5, 23.9, 1, 0]) await record('authn_login_fail', hours)
  await record('authn_login_lock', 1)
  expect((await count(['authn_login_fail', 'authn_login_lock', 'never'], 3)).items).toEqual([
    { action: 'authn_login_fail', per_day: [3, 3, 1] },
    { action: 'authn_login_lock', per_day: [1, 0, 0] },
    { action: 'never', per_day: [0, 0, 0] },
  ])
})

test('it is for monitoring alone', async () => {
  await expect(
    h.call('countActions', { actions: ['a'], days: 1 }, { caller: 'orders' }),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
