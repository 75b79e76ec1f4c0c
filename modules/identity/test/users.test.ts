import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import type { RoleName } from '../domain/roles.ts'
import { EMAIL, identityScene, PASSWORD, standingOf } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
let owner: Principal
beforeEach(async () => {
  scene = await identityScene()
  owner = await member('super_admin')
})
afterEach(() => scene.h.close())

type User = { id: string; role: string; status: string; sessions: object[]; lock: object | null }

/** Somebody of the staff with all factors, who has just proven it. */
async function member(role: RoleName): Promise<Extract<Principal, { kind: 'staff' }>> {
  const { id }: { id: string } = await scene.staff(`${role}-${Math.random()}@example.com`, role)
  const session_id = '01890000-0000-7000-8000-000000000001'
  return {
    kind: 'staff',
    id,
    session_id,
    role,
    ...standingOf({ role, second_factor: true }),
    authenticated_at: Date.parse('2026-01-15T12:00:00Z'),
  }
}

const as = (principal: Principal) => ({ principal })

async function customer(email = EMAIL): Promise<string> {
  await scene.account(email)
  const { items }: { items: User[] } = await scene.h.call('listUsers', { q: email }, as(owner))
  return items[0]?.id ?? 'none'
}

test('accounts are found by parts of name and address, by role, side and state', async () => {
  const id = await customer()
  await scene.h.call('lockUser', { user_id: id, reason: 'Chargebacks' }, as(owner))
  const find = async (filter: object) => {
    const page: { items: User[]; total: number } = await scene.h.call('listUsers', filter, as(owner))
    return page.items.map((user) => user.id)
  }
  expect(await find({ q: 'LOVELACE' })).toEqual([id])
  expect(await find({ q: 'ada@ex', side: 'shop' })).toEqual([id])
  expect(await find({ status: 'locked' })).toEqual([id])
  expect(await find({ role: 'super_admin', status: 'active' })).toEqual([(owner as { id: string }).id])
  // What means something in a pattern means itself here.
  expect(await find({ q: '%' })).toEqual([])
  expect(await find({ q: '_da@example.com' })).toEqual([])
})

test('a locked account is out at once and stays out; unlocked it is itself again', async () => {
  const id = await customer()
  const pair = await scene.login()
  const locked: User = await scene.h.call('lockUser', { user_id: id, reason: 'Chargebacks' }, as(owner))
  expect(locked).toMatchObject({ status: 'locked', sessions: [], lock: { reason: 'Chargebacks' } })
  expect(await scene.authenticate(pair.access_token)).toBeNull()
  await expect(scene.h.call('refresh', { refresh_token: pair.refresh_token })).rejects.toMatchObject({
    status: 401,
  })
  await expect(scene.login()).rejects.toMatchObject({ code: 'IDENTITY_WRONG_CREDENTIALS' })
  await scene.h.call('unlockUser', { user_id: id }, as(owner))
  scene.advance(1)
  expect(await scene.login()).toHaveProperty('access_token')
  expect(await scene.audited()).toEqual(expect.arrayContaining(['authn_login_lock', 'authn_login_unlock']))
})

test('nobody acts on somebody of their own height or above, on themselves, or gives what stands above them', async () => {
  const admin = await member('admin')
  const peer = await member('admin')
  const lock = (actor: Principal, user_id: string) =>
    scene.h.call('lockUser', { user_id, reason: 'Because' }, as(actor))
  await expect(lock(admin, peer.id)).rejects.toMatchObject({ code: 'IDENTITY_OUTRANKED', status: 403 })
  await expect(lock(admin, (owner as { id: string }).id)).rejects.toMatchObject({
    code: 'IDENTITY_OUTRANKED',
  })
  await expect(lock(admin, admin.id)).rejects.toMatchObject({ code: 'IDENTITY_NOT_ONESELF', status: 409 })
  const id = await customer()
  const give = (role: string) => scene.h.call('assignRole', { user_id: id, role }, as(admin))
  await expect(give('super_admin')).rejects.toMatchObject({ code: 'IDENTITY_OUTRANKED' })
  await expect(give('admin')).rejects.toMatchObject({ code: 'IDENTITY_OUTRANKED' })
  expect(await give('manager')).toMatchObject({ role: 'manager' })
  await expect(
    scene.h.call('inviteStaff', { email: 'n@example.com', full_name: 'N', role: 'admin' }, as(admin)),
  ).rejects.toMatchObject({ code: 'IDENTITY_OUTRANKED' })
})

test('two owners who lock each other at the same moment leave one', async () => {
  const other = await member('super_admin')
  const outcomes = await Promise.allSettled([
    scene.h.call('lockUser', { user_id: other.id, reason: 'Race' }, as(owner)),
    scene.h.call('lockUser', { user_id: (owner as { id: string }).id, reason: 'Race' }, as(other)),
  ])
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
})

test('a change needs a fresh proof and the permission', async () => {
  const id = await customer()
  const stale = {
    ...(owner as Extract<Principal, { kind: 'staff' }>),
    authenticated_at: Date.parse('2026-01-15T11:49:59Z'),
  }
  const lock = (principal: Principal) => scene.h.call('lockUser', { user_id: id, reason: 'R' }, as(principal))
  await expect(lock(stale)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED', status: 401 })
  const clerk = { ...(await member('staff')), permissions: ['identity:enrol', 'identity:self'] }
  await expect(lock(clerk)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(scene.h.call('listUsers', {}, as(clerk))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(
    scene.h.call('lockUser', { user_id: '01890000-0000-7000-8000-000000000009', reason: 'R' }, as(owner)),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a role that is asked for is given by whoever decides first, and its owner signs in at the other door', async () => {
  await scene.register('seller@example.com', { role: 'seller' })
  await scene.verify('seller@example.com')
  const pair = await scene.login('seller@example.com')
  const { items }: { items: { id: string; account_id: string }[] } = await scene.h.call(
    'listRoleRequests',
    {},
    as(owner),
  )
  const request_id = items[0]?.id
  const decide = (approved: boolean) => scene.h.call('decideRoleRequest', { request_id, approved }, as(owner))
  const outcomes = await Promise.allSettled([decide(true), decide(true), decide(true)])
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  await expect(decide(false)).rejects.toMatchObject({ code: 'IDENTITY_ALREADY_DECIDED', status: 409 })
  expect(await scene.authenticate(pair.access_token)).toBeNull()
  await expect(scene.login('seller@example.com')).rejects.toMatchObject({ status: 401 })
  scene.advance(1)
  expect(await scene.login('seller@example.com', PASSWORD, 'loginStaff')).toHaveProperty('access_token')
})

test('who is invited chooses a password by a link that works once', async () => {
  const invited: User = await scene.h.call(
    'inviteStaff',
    { email: 'new@example.com', full_name: 'New Clerk', role: 'staff' },
    as(owner),
  )
  expect(invited).toMatchObject({ status: 'invited', role: 'staff' })
  const { token }: { token: string } = await scene.h.call(
    'issueMailToken',
    { account_id: invited.id, purpose: 'enrol_staff' },
    { caller: 'notifications' },
  )
  const accept = () => scene.h.call('acceptInvitation', { token, password: PASSWORD })
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, accept))
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  const pair = await scene.login('new@example.com', PASSWORD, 'loginStaff')
  expect(await scene.authenticate(pair.access_token)).toMatchObject({ second_factor: false })
  await expect(scene.h.call('resendInvitation', { user_id: invited.id }, as(owner))).rejects.toMatchObject({
    code: 'IDENTITY_NOT_INVITED',
  })
})

test('a forced reset ends the sessions and takes the password', async () => {
  const id = await customer()
  const pair = await scene.login()
  const user: User = await scene.h.call('forcePasswordReset', { user_id: id }, as(owner))
  expect(user).toMatchObject({ status: 'password_disabled', sessions: [] })
  expect(await scene.authenticate(pair.access_token)).toBeNull()
  await expect(scene.login()).rejects.toMatchObject({ status: 401 })
  const types = (await scene.h.events()).map((event) => event.type)
  expect(types).toEqual(
    expect.arrayContaining(['identity.password-reset-requested.v1', 'identity.sessions-ended.v1']),
  )
})
