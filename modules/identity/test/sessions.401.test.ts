import { afterEach, beforeEach, expect, test } from 'vitest'
import { EMAIL, identityScene, PASSWORD, principalOf } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
  await scene.account()
})
afterEach(() => scene.h.close())

async function browser(email = EMAIL, operation = 'startSession'): Promise<string> {
  const { session_token }: { session_token: string } = await scene.h.call(operation, {
    email,
    password: PASSWORD,
  })
  return session_token
}

test('signing out ends the session at once, and only that one', async () => {
  const [mine, other] = [await scene.login(), await browser()]
  const principal = principalOf(await scene.authenticate(mine.access_token))
  await scene.h.call('logout', {}, { principal })
  expect(await scene.authenticate(mine.access_token)).toBeNull()
  await expect(scene.h.call('refresh', { refresh_token: mine.refresh_token })).rejects.toMatchObject({
    status: 401,
  })
  expect(await scene.authenticate(other, 'session')).not.toBeNull()
})

test('signing out everywhere ends every session', async () => {
  const [program, session] = [await scene.login(), await browser()]
  const principal = principalOf(await scene.authenticate(session, 'session'))
  await scene.h.call('logoutAll', {}, { principal })
  expect(await scene.authenticate(program.access_token)).toBeNull()
  expect(await scene.authenticate(session, 'session')).toBeNull()
})

test('signing in again in the same browser ends the session before', async () => {
  const first = await browser()
  const principal = principalOf(await scene.authenticate(first, 'session'))
  await scene.h.call('startSession', { email: EMAIL, password: PASSWORD }, { principal })
  expect(await scene.authenticate(first, 'session')).toBeNull()
})

test('a session that another process ended is refused within a second', async () => {
  const { access_token } = await scene.login()
  expect(await scene.authenticate(access_token)).not.toBeNull()
  await scene.h.db.pool.query("UPDATE identity.sessions SET ended_at = now(), end_reason = 'logout'")
  scene.advance(1)
  expect(await scene.authenticate(access_token)).toBeNull()
})

test('shop tokens never open the back office, and the other way round', async () => {
  await scene.staff()
  const shop = await scene.login()
  const staff = await scene.login('olga@example.com', PASSWORD, 'loginStaff')
  const [shopSession, staffSession] = [
    await browser(),
    await browser('olga@example.com', 'startStaffSession'),
  ]
  expect(await scene.authenticate(shop.access_token, 'bearer', 'staff')).toBeNull()
  expect(await scene.authenticate(staff.access_token, 'bearer', 'shop')).toBeNull()
  expect(await scene.authenticate(shopSession, 'session', 'staff')).toBeNull()
  expect(await scene.authenticate(staffSession, 'session', 'shop')).toBeNull()
  expect(await scene.authenticate(staff.access_token, 'bearer', 'staff')).toMatchObject({
    kind: 'staff',
    role: 'super_admin',
    // Until the second factor is set up.
    second_factor: false,
  })
  // A browser's token is no bearer token, nor the other way round.
  expect(await scene.authenticate(shopSession)).toBeNull()
  expect(await scene.authenticate(shop.access_token, 'session')).toBeNull()
})

test('a role that changes sides loses its sessions’ power within a second', async () => {
  await scene.staff()
  const staff = await scene.login('olga@example.com', PASSWORD, 'loginStaff')
  expect(await scene.authenticate(staff.access_token)).toMatchObject({ kind: 'staff' })
  await scene.h.db.pool.query(
    "UPDATE identity.accounts SET role = 'customer' WHERE email = 'olga@example.com'",
  )
  scene.advance(1)
  expect(await scene.authenticate(staff.access_token)).toBeNull()
})
