import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { auditModule } from '../module.ts'
import { sampleEntry } from './sealed-log.ts'

const NOW = Date.parse('2026-05-20T02:30:00.000Z')
const HOUR_MS = 3_600_000

let h: Awaited<ReturnType<typeof testModule>>
beforeAll(async () => void (h = await testModule(auditModule, { clock: () => new Date(NOW) })))
afterAll(() => h.close())

async function record(hoursAgo: number, over: object): Promise<string> {
  const { id, ...entry } = sampleEntry(1)
  const occurred_at = new Date(NOW - hoursAgo * HOUR_MS).toISOString()
  await h.deliver('audit.entry-recorded.v1', { ...entry, occurred_at, ...over }, id)
  return id
}

type Listed = { items: { kind: string; actor_id: string | null; entry_ids: string[] }[] }
const reader: Principal = {
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  role: 'admin',
  permissions: ['audit:read'],
}

test('patterns come out of the stored entries, with habits from the weeks before', async () => {
  const ada = newId()
  // Ada works at nine in the morning, and refunds twenty.
  for (let day = 10; day < 50; day++) {
    await record(day * 24 - 7, {
      actor_id: ada,
      action: 'payments.refund-requested',
      after: { amount_minor: 2_000 },
    })
  }
  const refund = await record(1, {
    actor_id: ada,
    action: 'payments.refund-requested',
    after: { amount_minor: 50_000 },
  })
  const country = await record(2, {
    action: 'authn_login_success',
    actor_kind: 'guest',
    actor_id: null,
    actor_role: null,
    subject_type: 'account',
    subject_id: ada,
    after: { audience: 'staff', risk: { score: 70, signals: { new_country: 60, unknown_device: 10 } } },
  })
  const old = await record(9 * 24, { action: 'authn_token_reuse', actor_id: newId() })
  const { items }: Listed = await h.call('listInsights', { days: 7 }, { principal: reader })
  expect(items.map(({ kind, actor_id }) => [kind, actor_id])).toEqual(
    expect.arrayContaining([
      ['large-refund', ada],
      ['night-work', ada],
      ['new-country', ada],
    ]),
  )
  expect(items.find(({ kind }) => kind === 'large-refund')?.entry_ids).toEqual([refund])
  expect(items.find(({ kind }) => kind === 'new-country')?.entry_ids).toEqual([country])
  expect(items.flatMap(({ entry_ids }) => entry_ids)).not.toContain(old)
  const more: Listed = await h.call('listInsights', { days: 10 }, { principal: reader })
  expect(more.items.flatMap(({ entry_ids }) => entry_ids)).toContain(old)
})
