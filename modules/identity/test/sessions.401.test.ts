import { SignJWT } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import { EMAIL, identityScene, PASSWORD, principalOf } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
  await scene.account()
})
afterEach(() => scene.h.close())

const HOUR = 3_600
const DAY = 24 * HOUR

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

test('an access token is good for 15 minutes, a refresh token for 7 days', async () => {
  const pair = await scene.login()
  scene.advance(15 * 60 + 1)
  expect(await scene.authenticate(pair.access_token)).toBeNull()
  const next: typeof pair = await scene.h.call('refresh', { refresh_token: pair.refresh_token })
  scene.advance(7 * DAY + 1)
  await expect(scene.h.call('refresh', { refresh_token: next.refresh_token })).rejects.toMatchObject({
    status: 401,
  })
})

test('a family lasts 30 days at most', async () => {
  let pair = await scene.login()
  for (let week = 0; week < 4; week++) {
    scene.advance(7 * DAY - 60)
    pair = await scene.h.call('refresh', { refresh_token: pair.refresh_token })
  }
  scene.advance(3 * DAY)
  await expect(scene.h.call('refresh', { refresh_token: pair.refresh_token })).rejects.toMatchObject({
    status: 401,
  })
})

test('a browser session ends 14 days after its last use and 30 days after its first', async () => {
  const idle = await browser()
  const used = await browser()
  for (let days = 0; days < 26; days += 13) {
    scene.advance(13 * DAY)
    expect(await scene.authenticate(used, 'session')).not.toBeNull()
  }
  expect(await scene.authenticate(idle, 'session')).toBeNull()
  scene.advance(4 * DAY)
  expect(await scene.authenticate(used, 'session')).toBeNull()
})

test('a staff session ends after 8 idle hours and after a day', async () => {
  await scene.staff()
  const idle = await browser('olga@example.com', 'startStaffSession')
  scene.advance(8 * HOUR + 1)
  expect(await scene.authenticate(idle, 'session')).toBeNull()
  const used = await browser('olga@example.com', 'startStaffSession')
  for (let hours = 0; hours < 21; hours += 7) {
    scene.advance(7 * HOUR)
    expect(await scene.authenticate(used, 'session')).not.toBeNull()
  }
  scene.advance(3 * HOUR + 1)
  expect(await scene.authenticate(used, 'session')).toBeNull()
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
    permissions: ['identity:enrol'],
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

test('forged, foreign and malformed tokens are nobody’s', async () => {
  const { access_token } = await scene.login()
  const [header = '', payload = '', signature = ''] = access_token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, string | number>
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url')
  const forge = (
    key = keyring(Buffer.alloc(32, 7)).signingKey('identity:access-token'),
    over: object = {},
    typ = 'at+jwt',
  ) => new SignJWT({ ...claims, ...over }).setProtectedHeader({ alg: 'EdDSA', typ }).sign(key)
  expect(await scene.authenticate(await forge())).not.toBeNull()
  const bad = [
    '',
    'x',
    'a.b.c',
    `${none}.${payload}.`,
    `${header}.${payload}.${signature.slice(0, -2)}AA`,
    `${header}.${Buffer.from(JSON.stringify({ ...claims, aud: 'staff' })).toString('base64url')}.${signature}`,
    await forge(keyring(Buffer.alloc(32, 8)).signingKey('identity:access-token')),
    await forge(undefined, { aud: 'staff' }),
    await forge(undefined, { aud: ['shop', 'staff'] }),
    await forge(undefined, { iss: 'https://elsewhere.example' }),
    await forge(undefined, { sub: '01890000-0000-7000-8000-000000000000' }),
    await forge(undefined, { sid: 'not a session' }),
    await forge(undefined, {}, 'JWT'),
    access_token.repeat(5),
  ]
  for (const token of bad) expect(await scene.authenticate(token)).toBeNull()
})
