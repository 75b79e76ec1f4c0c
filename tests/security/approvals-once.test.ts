// An approval is good for one success: parallel calls have one effect between them, and a call that the operation
// refuses costs nothing. Seen to fail with `status = 'approved'` left out of `spendable` (more keys than one), with `undone` left out
// of the dispatcher (the second try refused), and with what broke off given back too.
import { randomUUID } from 'node:crypto'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Account, type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'

let shop: InProcessShop
let one: Account
let other: Account
beforeAll(async () => {
  shop = await openInProcessShop()
  one = await shop.account('super_admin')
  other = await shop.account('super_admin')
  // Seeded policies ask for two people where money and roles of people are concerned; these are easier to count.
  const text = `@needs("approval")
    forbid(principal is Staff, action in [Action::"access.createRole", Action::"access.createApiKey"], resource)
    unless { context.approved };`
  const body = { name: 'Two people', text }
  expect((await shop.send('POST', '/rbac/policies', { token: one.token, body })).status).toBe(201)
})
afterAll(() => shop.close())

const said = ({ status, body }: Sent): number | string => body['code'] ?? status

async function approved(operation: string, input: object): Promise<string> {
  const body = { operation, input, reason: 'Both of us want it.' }
  const { body: proposal, text } = await shop.send('POST', '/approvals', { token: one.token, body })
  const id = proposal['id'] ?? ''
  const answer = await shop.send('POST', `/approvals/${id}/approve`, { token: other.token, body: {} })
  expect(answer.status, text).toBe(200)
  return id
}

const send = (path: string, body: object, approval: string): Promise<Sent> =>
  shop.send('POST', path, { token: one.token, body, headers: { 'x-approval-id': approval } })

const statusOf = async (id: string): Promise<string> =>
  (await shop.send('GET', `/approvals/${id}`, { token: one.token })).body['status'] ?? ''

const newRole = (name: string) => ({ name, title: 'Made by two', priority: 10, permissions: [] })
const roleName = (): string => `r${randomUUID().replaceAll('-', '').slice(0, 12)}`

test.each([2, 20])('of %i calls at the same moment with one approval, one has an effect', async (count) => {
  const input = { name: randomUUID(), permissions: ['orders:read'] }
  const id = await approved('access.createApiKey', input)
  const answers = await Promise.all(Array.from({ length: count }, () => send('/api-keys', input, id)))
  const words = answers.map(said).sort()
  expect(words).toEqual([201, ...Array.from({ length: count - 1 }, () => 'APPROVAL_REQUIRED')])
  const { made } = await shop.db.one<{ made: number }>(sql`
    SELECT count(*)::int AS made FROM access.api_keys WHERE name = ${input.name}`)
  expect(made).toBe(1)
  expect(await statusOf(id)).toBe('used')
  expect(said(await send('/api-keys', input, id))).toBe('APPROVAL_REQUIRED')
})

test('a call that the operation refuses leaves the approval as it was, and the next success spends it', async () => {
  const input = newRole(roleName())
  const inTheWay = await approved('access.createRole', input)
  const first = await send('/rbac/roles', input, inTheWay)
  expect(first.status, first.text).toBe(201)
  const id = await approved('access.createRole', input)
  const refused = await Promise.all(Array.from({ length: 10 }, () => send('/rbac/roles', input, id)))
  const words = new Set(refused.map(said))
  expect(words.has('ACCESS_ROLE_EXISTS')).toBe(true)
  words.delete('ACCESS_ROLE_EXISTS')
  // Those that came while another was being refused.
  words.delete('APPROVAL_REQUIRED')
  expect([...words]).toEqual([])
  expect(await statusOf(id)).toBe('approved')

  const gone = await shop.send('DELETE', `/rbac/roles/${first.body['id'] ?? ''}`, { token: one.token })
  expect(gone.status, gone.text).toBe(204)
  const answers = await Promise.all(Array.from({ length: 10 }, () => send('/rbac/roles', input, id)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(await statusOf(id)).toBe('used')
})

test('a call that broke off may have had an effect, so its approval stays spent', async () => {
  const input = newRole(roleName())
  const id = await approved('access.createRole', input)
  await shop.db.run(sql`ALTER TABLE access.roles RENAME COLUMN title TO titles`)
  const broken = await send('/rbac/roles', input, id)
  await shop.db.run(sql`ALTER TABLE access.roles RENAME COLUMN titles TO title`)
  expect(broken.status).toBe(500)
  expect(await statusOf(id)).toBe('used')
})
