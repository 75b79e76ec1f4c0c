// Rules that ask for a second person, undone by one. Seen to fail without the template: an administrator alone switched the
// rule off, removed it, or gave a role that somebody had what the rule kept from them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Account, type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'

type Policy = { readonly id: string; readonly name: string; readonly text: string; readonly version: number }
type Role = { readonly id: string; readonly name: string; readonly version: number }

let shop: InProcessShop
let admin: Account
let owner: Account
let rule: Policy
let role: Role
beforeAll(async () => {
  shop = await openInProcessShop()
  admin = await shop.account('admin')
  owner = await shop.account('super_admin')
  const body = { name: 'Rules', template: 'rule-changes' }
  await send('POST', '/rbac/policies', body)
  rule = (await listed<Policy>('/rbac/policies')).find(({ name }) => name === 'Large refunds')!
  role = (await listed<Role>('/rbac/roles')).find(({ name }) => name === 'staff')!
})
afterAll(() => shop.close())

const send = (method: string, path: string, body?: object, approval?: string): Promise<Sent> =>
  shop.send(method, path, {
    token: admin.token,
    ...(body === undefined ? {} : { body }),
    headers: approval === undefined ? {} : { 'x-approval-id': approval },
  })
const listed = async <T>(path: string): Promise<T[]> =>
  ((await send('GET', path)).body as unknown as { items: T[] }).items

const off = () => ({ name: rule.name, text: rule.text, enabled: false, version: rule.version })

test('nobody changes or removes a policy, or what a role may do, alone', async () => {
  const content = { title: 'Staff', priority: 40, permissions: ['payments:refund'], version: role.version }
  for (const refused of [
    await send('PUT', `/rbac/policies/${rule.id}`, off()),
    await send('DELETE', `/rbac/policies/${rule.id}`),
    await send('POST', `/rbac/roles/${role.id}/permissions`, { permissions: ['payments:refund'] }),
    await send('PUT', `/rbac/roles/${role.id}`, content),
  ]) {
    expect(refused.body['code']).toBe('APPROVAL_REQUIRED')
  }
})

test('two do', async () => {
  const input = { policy_id: rule.id, ...off() }
  const proposal = { operation: 'access.updatePolicy', input, reason: 'It is not needed.' }
  const id = (await send('POST', '/approvals', proposal)).body['id'] ?? ''
  await shop.send('POST', `/approvals/${String(id)}/approve`, { token: owner.token, body: {} })
  const changed = await send('PUT', `/rbac/policies/${rule.id}`, off(), id)
  expect(changed.status, changed.text).toBe(200)
})
