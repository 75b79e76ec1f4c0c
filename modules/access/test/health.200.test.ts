import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { accessScene } from './approval-scene.ts'

type Health = Record<string, number> & { policy_gaps: string[] }

let scene: Awaited<ReturnType<typeof accessScene>>
beforeAll(async () => void (scene = await accessScene()))
afterAll(() => scene.h.close())

const health = (): Promise<Health> => scene.h.call('accessHealth', {}, { caller: 'monitoring' })
const run = (statement: ReturnType<typeof sql>) => scene.h.db.run(statement)

test('a new shop has one role that may do everything, and policies that leave gaps', async () => {
  const found = await health()
  expect(found).toMatchObject({
    keys_active: 0,
    full_power_roles: 1,
    assignments_without_end: 0,
    approvals_waiting: 0,
    policies_enabled: 3,
    policy_errors: 0,
  })
  expect(found.policy_gaps).toContain('identity.allowRecovery')
  for (const covered of ['payments.refundOrder', 'identity.inviteStaff', 'identity.decideRoleRequest'])
    expect(found.policy_gaps).not.toContain(covered)
})

test('a policy about every operation leaves no gap, and one that is switched off closes none', async () => {
  const id = newId()
  await run(sql`
    INSERT INTO access.policies (id, name, description, text, enabled)
    VALUES (${id}, 'Countries', '', 'forbid (principal is Staff, action, resource)
      when { context has country && !["DE"].contains(context.country) };', true)`)
  expect((await health()).policy_gaps).toEqual([])
  await run(sql`UPDATE access.policies SET enabled = false WHERE id = ${id}`)
  expect((await health()).policy_gaps).not.toEqual([])
})

test('a policy in force that is not valid any more is counted', async () => {
  await run(sql`
    INSERT INTO access.policies (id, name, description, text, enabled)
    VALUES (${newId()}, 'Old', '', 'forbid (principal, action == Action::"gone.away", resource);', true)`)
  expect(await health()).toMatchObject({ policies_enabled: 4, policy_errors: 1 })
})

test('working keys are counted, and those that rest, are old or work from anywhere', async () => {
  const key = (made: string, used: string | null, networks: string, expires = '2027-01-01T00:00Z') => sql`
    INSERT INTO access.api_keys (id, owner_id, name, prefix, hash, permissions, networks, created_at, expires_at, last_used_at)
    VALUES (${newId()}, ${newId()}, 'Key', 'rk_', ${Buffer.from(newId())}, '{orders:read}', ${networks}::text[], ${made},
      ${expires}, ${used})`
  await run(key('2026-01-01T00:00Z', null, '{10.0.0.0/8}'))
  await run(key('2025-06-01T00:00Z', '2026-01-14T00:00Z', '{10.0.0.0/8}'))
  await run(key('2025-09-01T00:00Z', null, '{}'))
  await run(key('2025-01-01T00:00Z', null, '{}', '2025-02-01T00:00Z'))
  expect(await health()).toMatchObject({
    keys_active: 3,
    keys_stale: 1,
    keys_old: 1,
    keys_without_network: 1,
  })
})

test('it is for monitoring alone', async () => {
  await expect(scene.h.call('accessHealth', {}, { caller: 'orders' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})
