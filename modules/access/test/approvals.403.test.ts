import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffPrincipal } from '@rampart/platform/contract/principal.ts'
import { accessScene, HOUR_MS, ORDER_ID, REFUND } from './approval-scene.ts'

let scene: Awaited<ReturnType<typeof accessScene>>
let clerk: StaffPrincipal
let chief: StaffPrincipal
let other: StaffPrincipal
beforeAll(async () => {
  scene = await accessScene()
  clerk = scene.member('manager')
  chief = scene.member('manager')
  other = scene.member('staff')
})
afterAll(() => scene.h.close())

const code = (expected: string) => expect.objectContaining({ code: expected }) as object

const decide = (who: StaffPrincipal, what: string, approval_id: string): Promise<unknown> =>
  scene.h.call(what, { approval_id }, scene.by(who))

test('nobody agrees to what they proposed themselves', async () => {
  const { id } = await scene.propose(clerk)
  await expect(decide(clerk, 'approveApproval', id)).rejects.toEqual(code('ACCESS_OWN_PROPOSAL'))
  await expect(decide(clerk, 'declineApproval', id)).rejects.toEqual(code('FORBIDDEN'))
})

test('agreeing needs a fresh proof', async () => {
  const { id } = await scene.propose(clerk)
  const { authenticated_at: _, ...stale } = chief
  await expect(scene.h.call('approveApproval', { approval_id: id }, { principal: stale })).rejects.toEqual(
    code('STEP_UP_REQUIRED'),
  )
})

test('nobody proposes what they may not do', async () => {
  await expect(scene.propose(other)).rejects.toEqual(code('FORBIDDEN'))
})

test('what one may not do oneself is not there to be decided on', async () => {
  const { id } = await scene.propose(clerk)
  for (const what of ['getApproval', 'approveApproval', 'declineApproval', 'withdrawApproval']) {
    await expect(decide(other, what, id), what).rejects.toEqual(code('NOT_FOUND'))
  }
  await expect(decide(chief, 'withdrawApproval', id)).rejects.toEqual(code('NOT_FOUND'))
})

test.each([
  ['an operation that does not exist', 'payments.refundEverything'],
  ['a query', 'payments.listPayments'],
  ['what no staff calls from outside', 'access.useApproval'],
  ['a name that every object has', 'constructor'],
])('%s cannot be proposed', async (_name, operation) => {
  await expect(scene.propose(clerk, REFUND, operation)).rejects.toEqual(code('ACCESS_NOT_TO_APPROVE'))
})

test('what the operation itself would refuse is refused', async () => {
  await expect(scene.propose(clerk, { ...REFUND, more: 1 })).rejects.toEqual(code('VALIDATION_FAILED'))
  await expect(scene.propose(clerk, { order_id: 'x' })).rejects.toEqual(code('VALIDATION_FAILED'))
})

test('what is decided, withdrawn or over stays so', async () => {
  const settled = code('ACCESS_APPROVAL_SETTLED')
  const declined = await scene.propose(clerk)
  await decide(chief, 'declineApproval', declined.id)
  await expect(decide(chief, 'approveApproval', declined.id)).rejects.toEqual(settled)
  await expect(decide(clerk, 'withdrawApproval', declined.id)).rejects.toEqual(settled)
  const approved = await scene.propose(clerk)
  await decide(chief, 'approveApproval', approved.id)
  await expect(decide(chief, 'declineApproval', approved.id)).rejects.toEqual(settled)
  const late = await scene.propose(clerk)
  scene.advance(72 * HOUR_MS)
  await expect(decide(chief, 'approveApproval', late.id)).rejects.toEqual(settled)
  await expect(decide(clerk, 'withdrawApproval', late.id)).rejects.toEqual(settled)
})

test('an approval is for the one who proposed, for the operation, and for a day', async () => {
  const { id } = await scene.propose(clerk)
  await decide(chief, 'approveApproval', id)
  expect(await scene.use(chief, id)).toBe(false)
  expect(await scene.use(clerk, id, { order_id: ORDER_ID }, 'orders.cancelOrder')).toBe(false)
  scene.advance(24 * HOUR_MS)
  expect(await scene.use(clerk, id)).toBe(false)
})

test.each([
  ['lost the permission', 'staff'],
  ['was locked, or is gone', null],
])('an approval by somebody who %s is none any more', async (_name, role) => {
  const second = scene.member('manager')
  const { id } = await scene.propose(clerk)
  await decide(second, 'approveApproval', id)
  scene.become(second, role)
  expect(await scene.use(clerk, id)).toBe(false)
  // Not spent: it counts again with whoever gave it.
  scene.become(second, 'manager')
  expect(await scene.use(clerk, id)).toBe(true)
})

test('one person has at most 20 proposals that wait', async () => {
  const eager = scene.member('manager')
  for (let count = 0; count < 20; count += 1) await scene.propose(eager)
  await expect(scene.propose(eager)).rejects.toEqual(code('ACCESS_TOO_MANY_PROPOSALS'))
})
