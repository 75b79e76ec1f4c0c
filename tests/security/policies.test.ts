// What the shop forbids by policy does not run, and what it wants two people for waits for the second.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Account, type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'

let shop: InProcessShop
let owner: Account
let manager: Account

beforeAll(async () => {
  shop = await openInProcessShop()
  owner = await shop.account('super_admin')
  manager = await shop.account('manager')
})
afterAll(() => shop.close())

const made: { readonly id: string; readonly token: string }[] = []
afterEach(async () => {
  for (const { id, token } of made.splice(0)) await shop.send('DELETE', `/rbac/policies/${id}`, { token })
})

async function write(text: string, by: Account = owner): Promise<Sent> {
  const body = { name: randomUUID(), text }
  const answer = await shop.send('POST', '/rbac/policies', { token: by.token, body })
  if (answer.status === 201) made.push({ id: answer.body['id'] ?? '', token: owner.token })
  return answer
}

const said = ({ status, body }: Sent) => (body['code'] === undefined ? status : body['code'])
const users = async ({ token }: Account) => said(await shop.send('GET', '/auth/users', { token }))
const mine = async ({ token }: Account) => said(await shop.send('GET', '/auth/me', { token }))

describe('a policy', () => {
  test('acts on the next request, and no more on the one after it is gone', async () => {
    expect(await users(owner)).toBe(200)
    const { status, body } = await write(
      'forbid(principal, action == Action::"identity.listUsers", resource);',
    )
    expect(status).toBe(201)
    expect(await users(owner)).toBe('FORBIDDEN')
    expect(await mine(owner)).toBe(200)
    const change = { name: 'off', text: body['text'], enabled: false, version: 1 }
    const off = await shop.send('PUT', `/rbac/policies/${body['id'] ?? ''}`, {
      token: owner.token,
      body: change,
    })
    expect(off.status).toBe(200)
    expect(await users(owner)).toBe(200)
  })

  test('holds shoppers and strangers too, and costs those it does not concern nothing', async () => {
    expect(
      (await write('forbid(principal is Guest, action == Action::"catalog.listProducts", resource);')).status,
    ).toBe(201)
    expect(said(await shop.send('GET', '/products'))).toBe('FORBIDDEN')
    expect(said(await shop.send('GET', '/products', { token: owner.token }))).toBe(200)
    expect(said(await shop.send('GET', '/categories'))).toBe(200)
  })

  test('that permits lets staff in whom no role lets in, and nobody else', async () => {
    expect(await users(manager)).toBe('FORBIDDEN')
    const permit = `permit(principal == Staff::"${manager.id}", action == Action::"identity.listUsers", resource);`
    expect((await write(permit)).status).toBe(201)
    expect(await users(manager)).toBe(200)
    const other = await shop.account('manager')
    expect(await users(other)).toBe('FORBIDDEN')
    expect(said(await shop.send('GET', '/auth/users'))).toBe('UNAUTHENTICATED')
    const broken = await shop.send('GET', '/auth/users?page=x', { token: other.token })
    expect(said(broken)).toBe('FORBIDDEN')
  })

  test('that permits everything does not open what is for other kinds of callers, nor what wants a fresh proof', async () => {
    expect((await write('permit(principal, action, resource);')).status).toBe(201)
    const customer = await shop.account('customer')
    expect(await users(customer)).toBe('FORBIDDEN')
    expect(said(await shop.send('GET', '/auth/users'))).toBe('UNAUTHENTICATED')
    await withOldProofs(async () => {
      const answer = await shop.send('POST', `/auth/users/${owner.id}/lock`, {
        token: manager.token,
        body: {},
      })
      expect(said(answer)).not.toBe(200)
    })
  })
})

describe('saving', () => {
  test('refuses what cannot be decided by, and says why', async () => {
    for (const text of [
      'forbid(principal',
      'forbid(principal, action == Action::"identity.listUser", resource);',
      'forbid(principal, action, resource) when { context.colour == "red" };',
      'forbid(principal, action, resource) when { context.country == "DE" };',
    ]) {
      const { status, body } = await write(text)
      expect([status, body['code']], text).toEqual([400, 'ACCESS_POLICY_INVALID'])
      expect(body['detail']).not.toBe('This policy is not valid.')
    }
  })

  test('refuses what would keep its author from taking it back', async () => {
    for (const text of [
      'forbid(principal, action, resource);',
      'forbid(principal, action in Action::"access:policies", resource);',
      'forbid(principal is Staff, action, resource) unless { context.ip.isInRange(ip("203.0.113.0/24")) };',
      `forbid(principal == Staff::"${owner.id}", action == Action::"access.listPolicies", resource);`,
    ]) {
      expect(said(await write(text)), text).toBe('ACCESS_POLICY_LOCKS_OUT')
    }
    expect(await users(owner)).toBe(200)
  })

  test('lets only those permit more than roles do who may do everything', async () => {
    const admin = await shop.account('admin')
    const permit = 'permit(principal, action == Action::"identity.listUsers", resource);'
    expect(said(await write(permit, admin))).toBe('ACCESS_POLICY_TOO_WIDE')
    expect(
      said(
        await write(permit.replace('permit', 'forbid').replace('principal,', 'principal is Guest,'), admin),
      ),
    ).toBe('ACCESS_POLICY_INVALID')
    expect(said(await write('forbid(principal, action in Action::"oauth", resource);', admin))).toBe(201)
    expect(said(await write('forbid(principal, action, resource);', manager))).toBe('FORBIDDEN')
  })
})

test('a condition that cannot be evaluated denies', async () => {
  // Validated, and wrong all the same: numbers have an end.
  const text =
    'forbid(principal, action == Action::"identity.listUsers", resource) when { context.at * 9007199254740991 > 1 };'
  expect((await write(text)).status).toBe(201)
  expect(await users(owner)).toBe('FORBIDDEN')
  expect(shop.logged()).toContain('a policy could not be evaluated')
})

describe('a refund', () => {
  let colleague: Account
  beforeAll(async () => {
    colleague = await shop.account('manager')
  })

  const refund = async (amount: string | undefined, headers: Record<string, string> = {}) => {
    const body = { reason: 'x', ...(amount === undefined ? {} : { amount }) }
    return said(await shop.send('POST', `/orders/${order}/refunds`, { token: manager.token, body, headers }))
  }
  let order = ''
  beforeEach(() => {
    order = randomUUID()
  })

  // The order does not exist, so 404 is what an allowed refund answers.
  test('above the limit, or of everything, asks for a proof, then for a second person, then runs', async () => {
    expect(await refund('500.00')).toBe('NOT_FOUND')
    await withOldProofs(async () => {
      expect(await refund('500.01')).toBe('STEP_UP_REQUIRED')
      expect(await refund(undefined)).toBe('STEP_UP_REQUIRED')
      expect(await refund('500.00')).toBe('NOT_FOUND')
    })
    expect(await refund('500.01')).toBe('APPROVAL_REQUIRED')
    expect(await refund(undefined)).toBe('APPROVAL_REQUIRED')
    expect(await refund('500.01', { 'x-approval-id': randomUUID() })).toBe('APPROVAL_REQUIRED')

    const input = { order_id: order, amount: '500.01', reason: 'x' }
    const proposal = { operation: 'payments.refundOrder', input, reason: 'The customer sent all of it back.' }
    const proposed = await shop.send('POST', '/approvals', { token: manager.token, body: proposal })
    expect(proposed.status).toBe(201)
    const id = proposed.body['id'] ?? ''
    const header = { 'x-approval-id': id }
    expect(await refund('500.01', header)).toBe('APPROVAL_REQUIRED')
    const approve = (by: Account) =>
      shop.send('POST', `/approvals/${id}/approve`, { token: by.token, body: {} })
    expect(said(await approve(manager))).toBe('ACCESS_OWN_PROPOSAL')
    expect(said(await approve(colleague))).toBe(200)

    expect(await refund('600.00', header)).toBe('APPROVAL_REQUIRED')
    await withOldProofs(async () => {
      expect(await refund('500.01', header)).toBe('STEP_UP_REQUIRED')
    })
    expect(await refund('500.01', header)).toBe('NOT_FOUND')
  })
})

test('where nobody else could agree, a fresh proof suffices and the audit trail says so', async () => {
  const alone = await openInProcessShop()
  try {
    const only = await alone.account('super_admin')
    const body = { reason: 'x', amount: '900.00' }
    const refund = () => alone.send('POST', `/orders/${randomUUID()}/refunds`, { token: only.token, body })
    expect(said(await refund())).toBe('NOT_FOUND')
    const waived = await alone.db.one<{ n: number }>(sql`
      SELECT count(*)::int AS n FROM platform_events.events
      WHERE type = 'audit.entry-recorded.v1' AND payload->>'action' = 'authz_approval_waived'`)
    expect(waived.n).toBe(1)
  } finally {
    await alone.close()
  }
})

test('who gives roles needs somebody who agrees, and none to take the last one', async () => {
  const subject = await shop.account('staff')
  await shop.account('super_admin')
  const assign = async (role: string) =>
    said(
      await shop.send('POST', '/auth/assign-roles', {
        token: owner.token,
        body: { user_id: subject.id, role },
      }),
    )
  expect(await assign('manager')).toBe('APPROVAL_REQUIRED')
  expect(await assign('customer')).toBe(200)
})

test('where the store cannot be asked, nothing runs that a policy could concern', async () => {
  const torn = await openInProcessShop()
  try {
    const boss = await torn.account('super_admin')
    const get = async (path: string, token?: string) => said(await torn.send('GET', path, { token }))
    expect(await get('/products')).toBe(200)
    expect(await get('/auth/users', boss.token)).toBe(200)
    await torn.db.run(sql`ALTER TABLE access.policy_revision RENAME TO gone`)
    await sleep(1_100)
    expect(await get('/auth/users', boss.token)).toBe('UNAVAILABLE')
    expect(await get('/auth/me', boss.token)).toBe('UNAVAILABLE')
    expect(said(await torn.send('POST', '/cart/items', { body: {} }))).not.toBe(200)
    // What everybody may read, and no policy was known to concern.
    expect(await get('/products')).toBe(200)
    await torn.db.run(sql`ALTER TABLE access.gone RENAME TO policy_revision`)
    expect(await get('/auth/users', boss.token)).toBe(200)
  } finally {
    await torn.close()
  }
})

test('a policy in force that cannot be read forbids nearly all, and can be mended', async () => {
  await shop.db.run(sql`
    INSERT INTO access.policies (id, name, description, text, enabled)
    VALUES ('01990000-0000-7000-8000-0000000009ff', 'broken', '', 'forbid(princ', true)`)
  await shop.db.run(sql`UPDATE access.policy_revision SET revision = revision + 1`)
  await sleep(1_100)
  expect(await users(owner)).toBe('FORBIDDEN')
  expect(said(await shop.send('GET', '/products'))).toBe('FORBIDDEN')
  const { token } = owner
  expect((await shop.send('GET', '/rbac/policies', { token })).status).toBe(200)
  const gone = await shop.send('DELETE', '/rbac/policies/01990000-0000-7000-8000-0000000009ff', { token })
  expect(gone.status).toBe(204)
  expect(await users(owner)).toBe(200)
})

/** Makes every proof eleven minutes old for a while; what a process knows of sessions is a second old at most. */
async function withOldProofs(work: () => Promise<void>): Promise<void> {
  const move = async (minutes: number) => {
    await shop.db.run(sql`
      UPDATE identity.sessions SET authenticated_at = authenticated_at + make_interval(mins => ${minutes})`)
    await sleep(1_100)
  }
  await move(-11)
  try {
    await work()
  } finally {
    await move(11)
  }
}
