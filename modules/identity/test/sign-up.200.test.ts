import { afterAll, beforeAll, expect, test } from 'vitest'
import { EMAIL, identityScene, PASSWORD, principalOf } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeAll(async () => void (scene = await identityScene()))
afterAll(() => scene.h.close())

test('a newcomer signs up, confirms the address, signs in and is recognised', async () => {
  const { h } = scene
  expect(await scene.register(EMAIL, { username: 'Ada' })).toEqual({ status: 'verification_sent' })
  expect((await h.events()).map((event) => event.type)).toEqual([
    'identity.verification-requested.v1',
    'audit.entry-recorded.v1',
  ])

  await expect(scene.login()).rejects.toMatchObject({ code: 'IDENTITY_WRONG_CREDENTIALS', status: 401 })
  await scene.verify()

  const byEmail = await scene.login()
  expect(byEmail).toMatchObject({ token_type: 'bearer', expires_in: 900 })
  // The OAuth2 password form has one field for both.
  for (const username of ['ADA', EMAIL]) {
    expect(await h.call('login', { username, password: PASSWORD, grant_type: 'password' })).toHaveProperty(
      'access_token',
    )
  }

  const who = await scene.authenticate(byEmail.access_token)
  expect(who).toMatchObject({ kind: 'customer', role: 'customer', email: EMAIL })
  const principal = principalOf(who)
  expect(await h.call('getMe', {}, { principal })).toMatchObject({
    email: EMAIL,
    username: 'Ada',
    role: 'customer',
  })
  expect(await h.call('updateMe', { full_name: 'Ada King' }, { principal })).toMatchObject({
    full_name: 'Ada King',
  })
  expect(await scene.audited()).toEqual(
    expect.arrayContaining([
      'user_created',
      'authn_login_fail',
      'authn_token_created',
      'authn_login_success',
    ]),
  )
})

test('no secret is stored as it is', async () => {
  const pair = await scene.login()
  const tables = [
    'accounts',
    'passwords',
    'sessions',
    'refresh_tokens',
    'one_time_tokens',
    'throttle',
    'usernames',
  ]
  const stored = await Promise.all(
    tables.map((table) => scene.h.db.pool.query(`SELECT t::text FROM identity.${table} t`)),
  )
  const text = JSON.stringify([stored.map((result) => result.rows), await scene.h.events()])
  expect(text).not.toContain(PASSWORD)
  expect(text).not.toContain(pair.refresh_token)
  expect(text).not.toContain(pair.access_token)
})

test('a role that is asked for is a request: the account is a customer until somebody decides', async () => {
  await scene.register('seller@example.com', { role: 'seller', language: 'de' })
  await scene.verify('seller@example.com')
  const who = await scene.authenticate((await scene.login('seller@example.com')).access_token)
  expect(who).toMatchObject({ kind: 'customer', role: 'customer' })
  await expect(scene.login('seller@example.com', PASSWORD, 'loginStaff')).rejects.toMatchObject({
    status: 401,
  })
  const asked = (await scene.h.events()).filter((event) => event.type === 'identity.role-requested.v1')
  expect(asked.map((event) => event.payload as unknown)).toEqual([{ account_id: who?.id, role: 'seller' }])
})

test('a password may have 256 characters, and the last one counts', async () => {
  const email = 'patient@example.com'
  const password = `${'long words and more '.repeat(12)}to the very end.`
  await scene.register(email, { password })
  await scene.verify(email)
  expect(await scene.login(email, password)).toHaveProperty('access_token')
  await expect(scene.login(email, password.slice(0, -1))).rejects.toMatchObject({
    code: 'IDENTITY_WRONG_CREDENTIALS',
  })
})
