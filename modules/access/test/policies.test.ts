import { sql } from '@rampart/platform/db/sql.ts'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessScene } from './approval-scene.ts'

type Policy = {
  id: string
  name: string
  text: string
  version: number
  enabled: boolean
  parameters: object
}

let scene: Awaited<ReturnType<typeof accessScene>>
let owner: StaffPrincipal
beforeAll(async () => {
  scene = await accessScene()
  owner = scene.member('super_admin')
})
afterAll(() => scene.h.close())

const as = (operation: string, input: object, principal = owner): Promise<never> =>
  scene.h.call(operation, input, { principal })
const internal = (operation: string, input: object): Promise<never> =>
  scene.h.call(operation, input, { caller: 'server' })
const text = 'forbid(principal is Staff, action == Action::"identity.listUsers", resource);'
let number = 0
const create = (input: object = { text }): Promise<Policy> =>
  as('createPolicy', { name: `Policy ${String((number += 1))}`, ...input })

describe('a policy', () => {
  it('is kept in every wording, also after it is removed', async () => {
    const made = await create()
    expect(made).toMatchObject({ version: 1, enabled: true, template: null })
    const fields = { policy_id: made.id, name: made.name, text: text.replace('Staff', 'Guest || true') }
    await expect(as('updatePolicy', { ...fields, version: 1 })).rejects.toMatchObject({
      code: 'ACCESS_POLICY_INVALID',
      errors: [{ path: 'text', line: 1, column: 27 }],
    })
    const changed: Policy = await as('updatePolicy', { ...fields, text, enabled: false, version: 1 })
    expect(changed).toMatchObject({ version: 2, enabled: false })
    await expect(as('updatePolicy', { ...fields, text, version: 1 })).rejects.toMatchObject({
      code: 'ACCESS_CHANGED',
    })
    await as('deletePolicy', { policy_id: made.id })
    const { items }: { items: { version: number; enabled: boolean; changed_by: string }[] } = await as(
      'listPolicyVersions',
      { policy_id: made.id },
    )
    expect(items.map(({ version, enabled }) => [version, enabled])).toEqual([
      [2, false],
      [1, true],
    ])
    expect(items[0]?.changed_by).toBe(owner.id)
    await expect(as('deletePolicy', { policy_id: made.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const entries = (await scene.h.events()).map(({ payload }) => payload as { action?: string })
    const about = entries.flatMap(({ action }) =>
      action?.startsWith('authz_policy') === true ? [action] : [],
    )
    expect(about).toEqual(['authz_policy_created', 'authz_policy_changed', 'authz_policy_deleted'])
  })

  it('has a name of its own', async () => {
    const made = await create()
    const again = create({ name: made.name, text })
    await expect(again).rejects.toMatchObject({ code: 'ACCESS_POLICY_EXISTS' })
    await as('deletePolicy', { policy_id: made.id })
  })

  it('is made from a template, with what it is told', async () => {
    const made = await create({ template: 'large-refunds', parameters: { amount: 20_000 } })
    expect(made.text).toContain('context.amount > 20000')
    expect(made.parameters).toEqual({ amount: 20_000 })
    for (const input of [
      {},
      { text, template: 'role-grants' },
      { template: 'x' },
      { text, parameters: {} },
    ]) {
      await expect(create(input)).rejects.toMatchObject({ code: 'ACCESS_POLICY_INVALID' })
    }
    await as('deletePolicy', { policy_id: made.id })
  })

  it('reaches those who decide by it only while it is in force, and only when something changed', async () => {
    type Answer = { revision: string; items: { id: string }[] | null }
    const before: Answer = await internal('activePolicies', {})
    expect(before.items).toHaveLength(3)
    expect(await internal('activePolicies', { known: before.revision })).toEqual({ ...before, items: null })
    const made = await create({ text, enabled: false })
    const after: Answer = await internal('activePolicies', { known: before.revision })
    expect(after.items).toHaveLength(3)
    expect(after.revision).not.toBe(before.revision)
    await as('deletePolicy', { policy_id: made.id })
  })
})

describe('whoever runs the shop', () => {
  const cli = (operation: string, input: object): Promise<never> =>
    scene.h.call(operation, input, { caller: 'cli' })

  it('switches a policy off by name or id, whatever it says by now, and leaves one entry', async () => {
    const [one, two] = [await create(), await create()]
    await scene.h.db.run(sql`UPDATE access.policies SET text = 'not readable' WHERE id = ${one.id}`)
    const entries = async () =>
      (await scene.h.events()).filter(
        ({ payload }) => (payload as { subject_id?: string }).subject_id === one.id,
      )
    const before = (await entries()).length
    const { revision }: { revision: string } = await internal('activePolicies', {})
    expect(await cli('switchPolicyOff', { policy: one.name })).toEqual({
      id: one.id,
      name: one.name,
      was_enabled: true,
    })
    expect(await cli('switchPolicyOff', { policy: two.id })).toMatchObject({ was_enabled: true })
    expect(await cli('switchPolicyOff', { policy: one.id })).toMatchObject({ was_enabled: false })
    const after = await entries()
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)?.payload).toMatchObject({
      action: 'authz_policy_changed',
      before: { enabled: true },
      after: { enabled: false, version: 2 },
    })
    const { items, ...known }: { revision: string; items: { id: string }[] } = await internal(
      'activePolicies',
      {},
    )
    expect(known.revision).not.toBe(revision)
    expect(items.map(({ id }) => id)).not.toContain(one.id)
    await expect(cli('switchPolicyOff', { policy: 'nothing of the kind' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no policy of this name or id.',
    })
    for (const { id } of [one, two]) await as('deletePolicy', { policy_id: id })
  })

  it('alone does so: no person and no other module', async () => {
    const input = { policy: 'x' }
    for (const options of [{ principal: owner }, { caller: 'server' }, { caller: 'orders' }])
      await expect(scene.h.call('switchPolicyOff', input, options)).rejects.toMatchObject({ status: 403 })
  })
})

describe('trying a policy', () => {
  const principal = { kind: 'staff', id: '019c0000-0000-7000-8000-000000000001', role: 'manager' }
  const request = {
    principal: { ...principal, permissions: ['identity:read'] },
    operation: 'identity.listUsers',
  }
  type Simulated = {
    text: string | null
    decision: { now: { verdict: string }; then: { verdict: string; because: string[] } }
    last_day: { decisions: number; would_change: number; changes: { times: number; would_be: string }[] }
  }

  it('decides about an imagined call, now and then, and changes nothing', async () => {
    const answer: Simulated = await as('simulatePolicies', { policy: { text }, request })
    expect(answer.decision.now.verdict).toBe('allow')
    expect(answer.decision.then.verdict).toBe('deny')
    expect(answer.decision.then.because).toEqual(['The policy that is tried'])
    const { items }: { items: object[] } = await as('listPolicies', {})
    expect(items).toHaveLength(3)
    await expect(as('simulatePolicies', { policy: { text: 'x' } })).rejects.toMatchObject({
      code: 'ACCESS_POLICY_INVALID',
      errors: [{ path: 'policy.text', line: 1 }],
    })
    await expect(as('simulatePolicies', { request: { ...request, operation: 'x.y' } })).rejects.toMatchObject(
      { code: 'VALIDATION_FAILED' },
    )
  })

  it('shows what a policy in force does by leaving it out', async () => {
    const made = await create()
    const answer: Simulated = await as('simulatePolicies', { policy: { policy_id: made.id }, request })
    expect([answer.decision.now.verdict, answer.decision.then.verdict]).toEqual(['deny', 'allow'])
    await as('deletePolicy', { policy_id: made.id })
  })

  it('says what it would have changed within the last day', async () => {
    const now = new Date('2026-01-15T11:00:00.000Z').toISOString()
    const item = {
      operation: request.operation,
      request: { ...request, context: {} },
      verdict: 'allow',
      last_at: now,
    }
    await internal('recordDecisions', {
      items: [
        { ...item, times: 3 },
        { ...item, times: 4 },
      ],
    })
    await internal('recordDecisions', { items: [{ ...item, times: 5 }] })
    const old = { ...item, request: { ...item.request, context: { fresh: true } }, times: 9 }
    await internal('recordDecisions', { items: [{ ...old, last_at: '2026-01-14T11:00:00.000Z' }] })
    const rows = await scene.h.db.many(sql`SELECT times FROM access.decisions`)
    expect(rows).toHaveLength(2)
    const { last_day }: Simulated = await as('simulatePolicies', { policy: { text } })
    expect(last_day).toMatchObject({ decisions: 12, would_change: 12 })
    expect(last_day.changes).toMatchObject([{ times: 12, was: 'allow', would_be: 'deny', role: 'manager' }])
    await scene.h.runSchedule('prune-decisions')
    expect(await scene.h.db.many(sql`SELECT times FROM access.decisions`)).toHaveLength(1)
  })
})

it('tells what conditions may speak of, and which operations there are', async () => {
  const answer: { schema: string; items: object[]; operations: { name: string }[] } = await as(
    'listPolicyTemplates',
    {},
  )
  expect(answer.schema).toContain('device_known')
  expect(answer.items.length).toBeGreaterThanOrEqual(8)
  expect(answer.operations.map(({ name }) => name)).toContain('payments.refundOrder')
})
