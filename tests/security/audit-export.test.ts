import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Account, type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'

// The whole way of an export: more entries than one part of it holds, through the edge of the real server.

const SIZE = 3_210
let shop: InProcessShop
let owner: Account
beforeAll(async () => {
  shop = await openInProcessShop()
  owner = await shop.account('super_admin')
  await shop.db.run(sql`
    INSERT INTO audit.entries (id, action, subject_type, subject_id, before, after, actor_kind, actor_id, actor_role,
      caller, request_id, ip, user_agent, occurred_at)
    SELECT uuidv7(), 'orders.cancelled', 'order', n::text, NULL, jsonb_build_object('n', n), 'staff', 'a', 'admin',
      'edge', 'r', '203.0.113.5', '=HYPERLINK("https://evil.example")', now()
    FROM generate_series(1, ${SIZE}::int) n`)
})
afterAll(() => shop.close())

const exported = async (): Promise<number> => {
  const { count } = await shop.db.one<{ count: number }>(sql`
    SELECT count(*) AS count FROM platform_events.events
    WHERE type = 'audit.entry-recorded.v1' AND payload ->> 'action' = 'audit.exported'`)
  return count
}
const take = (body: object, token = owner.token) => shop.send('POST', '/audit/export', { token, body })

test('all entries arrive in one file, for the caller alone, and leave one entry', async () => {
  const before = await exported()
  const { status, headers, text } = await take({ format: 'jsonl', action: 'orders.cancelled' })
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'application/jsonl; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(headers['content-disposition']).toMatch(/^attachment; filename="audit-[\d-]+\.jsonl"$/)
  const numbers = text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { entry: { after: { n: number } } }).entry.after.n)
  expect(numbers).toEqual(Array.from({ length: SIZE }, (_, index) => index + 1))
  expect((await exported()) - before).toBe(1)
})

test('a spreadsheet finds text where somebody wrote a formula, on every line of every part', async () => {
  const { text } = await take({ action: 'orders.cancelled' })
  const [head, ...lines] = text.trimEnd().split('\r\n')
  expect(head).toMatch(/^id,occurred_at,action,/)
  expect(lines).toHaveLength(SIZE)
  expect(lines.filter((line) => !line.includes(`,"'=HYPERLINK(""https://evil.example"")",`))).toEqual([])
})

test.each([
  ['another format', { format: 'xlsx' }, 400, 'VALIDATION_FAILED'],
  ['a place to go on from', { after: '01990000-0000-7000-8000-000000000001' }, 400, 'VALIDATION_FAILED'],
  ['a filter that is none', { from: "' OR 1=1" }, 400, 'VALIDATION_FAILED'],
])('%s is refused and leaves nothing', async (_what, body, status, code) => {
  const before = await exported()
  const sent = await take(body)
  expect([sent.status, sent.body['code']]).toEqual([status, code])
  expect(await exported()).toBe(before)
})

test('a role without the permission gets nothing of it', async () => {
  const { token } = await shop.account('admin')
  expect((await take({}, token)).body['code']).toBe('FORBIDDEN')
})
