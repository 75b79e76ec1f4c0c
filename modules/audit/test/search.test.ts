import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { auditModule } from '../module.ts'
import { csvLine } from '../search/export-line.ts'
import { sampleEntry } from './sealed-log.ts'

let h: Awaited<ReturnType<typeof testModule>>
beforeAll(async () => void (h = await testModule(auditModule)))
afterAll(() => h.close())

const EVENT = 'audit.entry-recorded.v1'

function staff(permissions: readonly string[], authenticated_at?: number): Principal {
  const proof = authenticated_at === undefined ? {} : { authenticated_at }
  return { kind: 'staff', id: newId(), session_id: newId(), role: 'admin', permissions, ...proof }
}

async function record(over: object): Promise<string> {
  const { id, ...entry } = sampleEntry(1)
  await h.deliver(EVENT, { ...entry, ...over }, id)
  return id
}

type Listed = { items: { id: string; by_them?: boolean }[]; next_cursor: string | null }
const reader = staff(['audit:read'])
const list = async (input: object): Promise<string[]> => {
  const { items }: Listed = await h.call('listEntries', input, { principal: reader })
  return items.map(({ id }) => id)
}

test('entries are found by the beginning of their action, by address, request, time and what they hold', async () => {
  const lock = await record({ action: 'authn_login_lock', ip: '198.51.100.9', request_id: 'r-lock' })
  const fail = await record({ action: 'authn_login_fail', occurred_at: '2026-03-01T10:00:00.000Z' })
  const price = await record({
    action: 'catalog.product-updated',
    before: null,
    after: { note: '100% Wolle_x' },
  })
  expect(await list({ action_prefix: 'authn_' })).toEqual([fail, lock])
  expect(await list({ action_prefix: 'authnx' })).toEqual([])
  expect(await list({ ip: '198.51.100.9' })).toEqual([lock])
  expect(await list({ request_id: 'r-lock' })).toEqual([lock])
  const day = { from: '2026-03-01T00:00:00.000Z', until: '2026-03-02T00:00:00.000Z' }
  expect(await list(day)).toEqual([fail])
  expect(await list({ text: '100% wolle_X' })).toEqual([price])
  expect(await list({ text: '100x' })).toEqual([])
  expect(await list({ text: 'wolle', action: 'authn_login_fail' })).toEqual([])
})

test.each([
  { ip: 'x' },
  { from: 'yesterday' },
  { text: 'a' },
  { action_prefix: "' OR 1=1" },
  { colour: 'red' },
])('what is no filter is refused: %j', async (input) => {
  await expect(list(input)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
})

test('a search for text goes on from its cursor', async () => {
  const ids = []
  for (let number = 0; number < 5; number++) ids.unshift(await record({ after: { word: 'Sammelbegriff' } }))
  const first: Listed = await h.call(
    'listEntries',
    { text: 'sammelbegriff', limit: 3 },
    { principal: reader },
  )
  expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, 3))
  const input = { text: 'sammelbegriff', limit: 3, cursor: first.next_cursor }
  const rest: Listed = await h.call('listEntries', input, { principal: reader })
  expect(rest.items.map(({ id }) => id)).toEqual(ids.slice(3))
  expect(rest.next_cursor).toBeNull()
})

test('one entry comes with its place in the chain and the others of its request', async () => {
  const request_id = newId()
  const [first, second] = [await record({ request_id }), await record({ request_id })]
  const found: object = await h.call('getEntry', { entry_id: first }, { principal: reader })
  expect(found).toMatchObject({ entry: { id: first }, chain: null, same_request: [{ id: second }] })
  const unknown = h.call('getEntry', { entry_id: newId() }, { principal: reader })
  await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the activity of a person is what they did and what was done to them', async () => {
  const me = newId()
  const did = await record({ actor_id: me })
  const done = await record({ subject_type: 'account', subject_id: me })
  const own = await record({ subject_type: 'account', subject_id: me, actor_id: me })
  const page = (input: object): Promise<Listed> =>
    h.call('listActivity', { account_id: me, ...input }, { principal: reader })
  const { items } = await page({})
  expect(items.map(({ id, by_them }) => [id, by_them])).toEqual([
    [own, true],
    [done, false],
    [did, true],
  ])
  const first = await page({ limit: 2 })
  expect(first.next_cursor).toBe(done)
  expect((await page({ limit: 2, cursor: done })).items).toHaveLength(1)
  await expect(page({ cursor: 'x' })).rejects.toMatchObject({ code: 'AUDIT_BAD_CURSOR' })
})

test('an export wants its own permission and a fresh proof, and leaves an entry', async () => {
  const principal = staff(['audit:export'], Date.now())
  const request_id = newId()
  await record({ request_id, user_agent: '=HYPERLINK("https://evil.example")' })
  const input = { format: 'csv', request_id }
  for (const [caller, code] of [
    [staff(['audit:read'], Date.now()), 'FORBIDDEN'],
    [staff(['audit:export']), 'STEP_UP_REQUIRED'],
  ] as const) {
    await expect(h.call('exportEntries', input, { principal: caller })).rejects.toMatchObject({ code })
  }
  type File = { content_type: string; bytes: Uint8Array; attachment: string }
  const file: File = await h.call('exportEntries', input, { principal })
  const text = Buffer.from(file.bytes).toString()
  expect(text.split('\r\n')).toHaveLength(3)
  expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
  expect(file.attachment).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  const jsonl: File = await h.call('exportEntries', { ...input, format: 'jsonl' }, { principal })
  expect(JSON.parse(Buffer.from(jsonl.bytes).toString())).toMatchObject({
    entry: { request_id },
    chain: null,
  })
  const recorded = (await h.events()).map(({ payload }) => payload as { action: string })
  expect(recorded.filter(({ action }) => action === 'audit.exported')).toHaveLength(2)
})

test('a CSV line quotes what needs it', () => {
  const line = csvLine(sampleEntry(1, { action: 'a,b', after: { x: '"' } }), undefined)
  expect(line).toContain('"a,b"')
  expect(line).toContain('"{""x"":""\\""""}"')
})
