import { payments } from '@rampart/contracts/payments.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { accessScene, type Approval, HOUR_MS, ORDER_ID, REFUND } from './approval-scene.ts'

let scene: Awaited<ReturnType<typeof accessScene>>
beforeAll(async () => {
  scene = await accessScene()
})
afterAll(() => scene.h.close())

test('one proposes, another agrees, the first may then do it once', async () => {
  const [clerk, chief] = [scene.member('manager'), scene.member('manager')]
  const proposed = await scene.propose(clerk)
  expect(proposed).toMatchObject({
    operation: 'payments.refundOrder',
    summary: payments.operations.refundOrder.summary,
    status: 'pending',
    proposed_by: clerk.id,
    decided_by: null,
    may_decide: false,
    input: { order_id: ORDER_ID, amount: { amount: '600.00', currency: null }, reason: 'Broken' },
    expires_at: '2026-01-18T12:00:00.000Z',
  })
  expect(await scene.use(clerk, proposed.id)).toBe(false)
  const approved = await scene.approve(chief, proposed.id)
  expect(approved).toMatchObject({
    status: 'approved',
    decided_by: chief.id,
    expires_at: '2026-01-16T12:00:00.000Z',
  })
  expect(await scene.use(clerk, proposed.id)).toBe(true)
  expect(await scene.use(clerk, proposed.id)).toBe(false)
  const after: Approval = await scene.h.call('getApproval', { approval_id: proposed.id }, scene.by(clerk))
  expect(after.status).toBe('used')
})

test('each step leaves one entry, and each of those who may decide is told', async () => {
  const own = await accessScene()
  const [clerk, chief, owner] = [own.member('manager'), own.member('manager'), own.member('super_admin')]
  own.member('staff')
  const { id } = await own.propose(clerk)
  await own.approve(chief, id)
  await own.use(clerk, id)
  expect(await own.audited()).toMatchObject([
    { action: 'authz_approval_proposed', subject_id: id, actor_id: clerk.id },
    { action: 'authz_approval_given', subject_id: id, actor_id: chief.id },
    { action: 'authz_approval_used', subject_id: id, after: { approved_by: chief.id } },
  ])
  const events = (await own.h.events()).filter(({ type }) => type.startsWith('access.'))
  const asked = events.flatMap(({ type, payload }) =>
    type === 'access.approval-asked.v1' ? [(payload as { account_id: string }).account_id] : [],
  )
  expect(asked.sort()).toEqual([chief.id, owner.id].sort())
  expect(events.at(-1)).toEqual({
    type: 'access.approval-decided.v1',
    payload: { approval_id: id, operation: 'payments.refundOrder', account_id: clerk.id, approved: true },
  })
  await own.h.close()
})

test('the list has what one proposed or may decide on, by state', async () => {
  const own = await accessScene()
  const [clerk, chief, other] = [own.member('manager'), own.member('manager'), own.member('staff')]
  const first = await own.propose(clerk)
  own.advance(1_000)
  const second = await own.propose(clerk, { order_id: ORDER_ID })
  const list = async (who: typeof clerk, query: object = {}) => {
    const page: { items: Approval[]; total: number } = await own.h.call('listApprovals', query, own.by(who))
    expect(page.total).toBe(page.items.length)
    return page.items.map(({ id, may_decide }) => [id, may_decide])
  }
  expect(await list(clerk)).toEqual([[second.id, false], [first.id, false]]) // prettier-ignore
  expect(await list(chief)).toEqual([[second.id, true], [first.id, true]]) // prettier-ignore
  expect(await list(other)).toEqual([])
  await own.h.call('declineApproval', { approval_id: first.id, note: 'No.' }, own.by(chief))
  expect(await list(chief, { status: 'pending' })).toEqual([[second.id, true]])
  expect(await list(clerk, { status: 'declined' })).toEqual([[first.id, false]])
  own.advance(73 * HOUR_MS)
  expect(await list(clerk, { status: 'expired' })).toEqual([[second.id, false]])
  await own.h.runSchedule('clean-up-approvals')
  expect(await list(clerk, { status: 'expired' })).toEqual([[second.id, false]])
  own.advance(400 * 24 * HOUR_MS)
  await own.h.runSchedule('clean-up-approvals')
  expect(await list(clerk)).toEqual([])
  await own.h.close()
})

test.each([
  ['all of it', 'Broken', true],
  ['what looks like a secret', 'Paid with card: 4111111111111111', false],
])('an input says whether what is shown is the whole: %s', async (_name, reason, whole) => {
  const [clerk, chief] = [scene.member('manager'), scene.member('manager')]
  const input = { ...REFUND, reason }
  const proposed = await scene.propose(clerk, input)
  expect(proposed).toMatchObject({ whole, input: { reason: whole ? reason : 'Paid with card: [redacted]' } })
  await scene.approve(chief, proposed.id)
  // What is kept is another call than what was proposed, unless it is all of it.
  const kept = { ...REFUND, reason: (proposed.input as typeof REFUND).reason }
  if (!whole) expect(await scene.use(clerk, proposed.id, kept)).toBe(false)
  expect(await scene.use(clerk, proposed.id, input)).toBe(true)
})

test('what waits for somebody: what they may decide on, and their own once it is agreed to', async () => {
  const own = await accessScene()
  const [clerk, chief, other] = [own.member('manager'), own.member('manager'), own.member('staff')]
  const first = await own.propose(clerk)
  own.advance(1_000)
  const second = await own.propose(clerk, { order_id: ORDER_ID })
  const waiting = async (who: typeof clerk, query: object = {}) => {
    const input = { waiting: 'true', ...query }
    const page: { items: Approval[]; total: number } = await own.h.call('listApprovals', input, own.by(who))
    expect(page.total).toBe(page.items.length)
    return page.items.map(({ id }) => id)
  }
  expect(await waiting(clerk)).toEqual([])
  expect(await waiting(chief)).toEqual([second.id, first.id])
  expect(await waiting(other)).toEqual([])
  await own.approve(chief, first.id)
  expect(await waiting(clerk)).toEqual([first.id])
  expect(await waiting(chief)).toEqual([second.id])
  expect(await waiting(chief, { status: 'approved' })).toEqual([])
  expect(await waiting(clerk, { status: 'approved' })).toEqual([first.id])
  await own.use(clerk, first.id)
  expect(await waiting(clerk)).toEqual([])
  own.advance(73 * HOUR_MS)
  expect(await waiting(chief)).toEqual([])
  await own.h.close()
})

test('a proposal is taken back, also after somebody agreed', async () => {
  const [clerk, chief] = [scene.member('manager'), scene.member('manager')]
  const { id } = await scene.propose(clerk)
  await scene.approve(chief, id)
  const taken: Approval = await scene.h.call('withdrawApproval', { approval_id: id }, scene.by(clerk))
  expect(taken.status).toBe('withdrawn')
  expect(await scene.use(clerk, id)).toBe(false)
})

test('secrets of an input are neither kept nor shown, and still it is the same call', async () => {
  const [boss, chief] = [scene.member('super_admin'), scene.member('super_admin')]
  const input = { current_password: 'correct horse battery', new_password: 'a new horse battery' }
  const { id, input: shown, whole } = await scene.propose(boss, input, 'identity.changePassword')
  expect(whole).toBe(false)
  expect(JSON.stringify(shown)).not.toContain('horse')
  const stored = await scene.h.db.pool.query('SELECT t::text AS row FROM access.approvals t')
  expect(JSON.stringify(stored.rows)).not.toContain('horse')
  await scene.approve(chief, id)
  const call = 'identity.changePassword'
  expect(await scene.use(boss, id, { ...input, new_password: 'another horse battery' }, call)).toBe(false)
  expect(await scene.use(boss, id, input, call)).toBe(true)
})

test('text that no database takes is shown as well as it can be', async () => {
  const [boss, chief] = [scene.member('super_admin'), scene.member('super_admin')]
  const input = { operation: 'a\u0000b\ud800', input: { '\u0000': '\udc00' }, reason: 'Why not.' }
  const { id, input: shown, whole } = await scene.propose(boss, input, 'access.proposeApproval')
  expect(whole).toBe(false)
  expect(shown).toEqual({ operation: 'a\ufffdb\ufffd', input: { '\ufffd': '\ufffd' }, reason: 'Why not.' })
  await scene.approve(chief, id)
  const other = { ...input, operation: 'a\ufffdb\ufffd' }
  expect(await scene.use(boss, id, other, 'access.proposeApproval')).toBe(false)
  expect(await scene.use(boss, id, input, 'access.proposeApproval')).toBe(true)
})

test('whether anybody else could agree', async () => {
  const own = await accessScene()
  const clerk = own.member('manager')
  const possible = async (operation = 'payments.refundOrder') => {
    const asked = { operation, principal_id: clerk.id }
    const answer: { possible: boolean } = await own.h.call('canAnotherApprove', asked, { caller: 'server' })
    return answer.possible
  }
  own.member('staff')
  expect(await possible()).toBe(false)
  const chief = own.member('manager')
  expect(await possible()).toBe(true)
  own.become(chief, null)
  expect(await possible()).toBe(false)
  await own.h.close()
})

test('text of a refund that could be taken for another is another', async () => {
  const [clerk, chief] = [scene.member('manager'), scene.member('manager')]
  const { id } = await scene.propose(clerk)
  await scene.approve(chief, id)
  expect(await scene.use(clerk, id, { ...REFUND, amount: '600.01' })).toBe(false)
  expect(await scene.use(clerk, id, { order_id: ORDER_ID })).toBe(false)
  expect(await scene.use(clerk, id, { reason: 'Broken', amount: '600.00', order_id: ORDER_ID })).toBe(true)
})

test('an approval whose call came to nothing is good again, for that use alone and as long as before', async () => {
  const [clerk, chief] = [scene.member('manager'), scene.member('manager')]
  const { id } = await scene.propose(clerk)
  const { expires_at } = await scene.approve(chief, id)
  const first = (await scene.useOf(clerk, id)) ?? ''
  expect(await scene.use(clerk, id)).toBe(false)
  await scene.giveBack(clerk, id, newId())
  expect(await scene.use(clerk, id)).toBe(false)
  await scene.giveBack(clerk, id, first)
  const again: Approval = await scene.h.call('getApproval', { approval_id: id }, scene.by(clerk))
  expect(again).toMatchObject({ status: 'approved', decided_by: chief.id, expires_at })
  expect(await scene.use(clerk, id)).toBe(true)
  // A message that comes late takes nothing back from the use that followed.
  await scene.giveBack(clerk, id, first)
  expect(await scene.use(clerk, id)).toBe(false)
  const entries = (await scene.audited()).filter(({ subject_id }) => subject_id === id)
  expect(entries.map(({ action }) => action.replace('authz_approval_', ''))).toEqual([
    'proposed',
    'given',
    'used',
    'returned',
    'used',
  ])
})
