import { afterEach, beforeEach, expect, test } from 'vitest'
import { passkeyScene } from './passkeys-scene.ts'
import { EMAIL, PASSWORD } from './scene.ts'
import { softwareAuthenticator } from './software-authenticator.ts'

let scene: Awaited<ReturnType<typeof passkeyScene>>
beforeEach(async () => void (scene = await passkeyScene()))
afterEach(() => scene.h.close())

const mfa = (email = EMAIL, operation = 'login') =>
  scene.login(email, PASSWORD, operation) as unknown as Promise<{
    mfa_required: true
    mfa_token: string
    methods: string[]
  }>

test('a passkey is made with the options that the house demands', async () => {
  const ada = await scene.customer()
  expect(await scene.startRegistration(ada)).toMatchObject({
    rp: { id: 'localhost', name: 'Test shop' },
    user: { name: EMAIL, displayName: 'Ada Lovelace' },
    excludeCredentials: [],
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
    challenge: expect.stringMatching(/^[\w-]{43}$/),
  })
  const { authenticator, passkey } = await scene.addPasskey(ada)
  expect(passkey).toMatchObject({ name: 'Unknown device', backed_up: true, last_used_at: null })
  expect(await scene.startRegistration(ada)).toMatchObject({
    excludeCredentials: [{ id: authenticator.id, type: 'public-key', transports: ['hybrid', 'internal'] }],
  })
  expect(await scene.h.events()).toContainEqual({
    type: 'identity.factor-changed.v1',
    payload: { account_id: (ada as { id: string }).id, factor: 'passkey', change: 'added' },
  })
})

test('it signs a customer in by itself, as two factors in one', async () => {
  const ada = await scene.customer()
  const { authenticator } = await scene.addPasskey(ada)
  const { access_token } = await scene.signIn(authenticator)
  const who = (await scene.authenticate(access_token)) as unknown as {
    kind: string
    authenticated_at: string
  }
  expect(who.kind).toBe('customer')
  expect(who.authenticated_at).toBe('2026-01-15T12:00:00.000Z')
  const { rows } = await scene.h.db.pool.query(
    "SELECT second_factor_at IS NOT NULL AS two, method FROM identity.sessions WHERE method = 'passkey'",
  )
  expect(rows).toEqual([{ two: true, method: 'passkey' }])
  const { items }: { items: { last_used_at: string | null }[] } = await scene.h.call(
    'listPasskeys',
    {},
    { principal: ada },
  )
  expect(items[0]?.last_used_at).not.toBeNull()
})

test('making a passkey and signing in by it leave one entry each', async () => {
  const ada = await scene.customer()
  const before = (await scene.entries()).length
  const { authenticator } = await scene.addPasskey(ada)
  await scene.signIn(authenticator)
  expect((await scene.entries()).slice(before)).toMatchObject([
    { action: 'authn_factor_added', after: { factor: 'passkey' } },
    { action: 'authn_login_success', after: { method: 'passkey' } },
  ])
})

test('a browser gets a session of the side that it asked for', async () => {
  const olga = await scene.newStaff()
  const { authenticator } = await scene.addPasskey(olga)
  const answer = await scene.complete(authenticator.prove(await scene.start({ audience: 'staff' })))
  expect(answer).toMatchObject({ audience: 'staff', account: { enrolment_required: false } })
  const who = await scene.authenticate(String(answer['session_token']), 'session', 'staff')
  expect(who).toMatchObject({ second_factor: true, factors: ['passkey'] })
})

test('the first passkey lifts the session of staff that made it', async () => {
  await scene.staff()
  const { access_token } = await scene.login('olga@example.com', PASSWORD, 'loginStaff')
  expect((await scene.authenticate(access_token))?.second_factor).toBe(false)
  await scene.addPasskey(await scene.principalBy(access_token))
  expect((await scene.authenticate(access_token))?.factors).toEqual(['password', 'passkey'])
})

test('it finishes a sign-in by password, whose options name the passkeys of that account', async () => {
  const { authenticator } = await scene.addPasskey(await scene.customer())
  const { mfa_token, methods } = await mfa()
  expect(methods).toEqual(['passkey'])
  const options = await scene.start({ mfa_token })
  expect(options).toMatchObject({
    allowCredentials: [{ id: authenticator.id }],
    userVerification: 'required',
  })
  const answer = await scene.complete(authenticator.prove(options, { userHandle: null }), { mfa_token })
  expect(await scene.authenticate(String(answer['access_token']))).not.toBeNull()
  const last = (await scene.entries()).at(-1)
  expect(last).toMatchObject({ action: 'authn_login_success', after: { method: 'password+passkey' } })
})

test('it proves again who is there', async () => {
  const { authenticator } = await scene.addPasskey(await scene.customer())
  const { access_token } = await scene.signIn(authenticator)
  scene.advance(601)
  const stale = await scene.principalBy(access_token)
  await expect(scene.startRegistration(stale)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' })
  const options = await scene.start({ purpose: 'step_up' }, { principal: stale })
  expect(await scene.complete(authenticator.prove(options), {}, { principal: stale })).toMatchObject({
    fresh_until: '2026-01-15T12:20:01.000Z',
  })
  await scene.startRegistration(await scene.principalBy(access_token))
  expect((await scene.entries()).at(-1)).toMatchObject({
    action: 'authn_step_up',
    after: { method: 'passkey' },
  })
})

test('to strangers the options are alike, and name no credential', async () => {
  await scene.addPasskey(await scene.customer())
  const [one, other] = [await scene.start(), await scene.start({ audience: 'staff' })]
  for (const options of [one, other]) {
    expect(options).toEqual({
      challenge: expect.any(String),
      timeout: 300_000,
      rpId: 'localhost',
      allowCredentials: [],
      userVerification: 'required',
      hints: [],
    })
  }
  expect(one.challenge).not.toBe(other.challenge)
})

test('a passkey still works when the password was guessed at too often', async () => {
  const { authenticator } = await scene.addPasskey(await scene.customer())
  await scene.h.db.pool.query('UPDATE identity.passwords SET disabled_at = now()')
  expect(await scene.signIn(authenticator)).toHaveProperty('access_token')
})

test('one that does not count may be used again and again', async () => {
  const { authenticator } = await scene.addPasskey(await scene.customer())
  for (let use = 0; use < 3; use++) {
    expect(await scene.signIn(authenticator, { counter: 0 })).toHaveProperty('access_token')
  }
})

test('passkeys are named, renamed and removed', async () => {
  const ada = await scene.customer()
  const { passkey } = await scene.addPasskey(ada)
  const second = softwareAuthenticator()
  await scene.completeRegistration(second.register(await scene.startRegistration(ada)), ada, {
    name: 'Key ring',
  })
  const renamed = await scene.h.call(
    'renamePasskey',
    { passkey_id: passkey.id, name: 'Laptop' },
    { principal: ada },
  )
  expect(renamed).toMatchObject({ name: 'Laptop' })
  const list = async () =>
    ((await scene.h.call('listPasskeys', {}, { principal: ada })) as { items: { name: string }[] }).items.map(
      (item) => item.name,
    )
  expect(await list()).toEqual(['Key ring', 'Laptop'])
  await scene.h.call('revokePasskey', { passkey_id: passkey.id }, { principal: ada })
  expect(await list()).toEqual(['Key ring'])
  expect((await scene.entries()).slice(-2)).toMatchObject([
    { action: 'user_updated', after: { passkey_name: 'changed' } },
    { action: 'authn_factor_removed', after: { factor: 'passkey', last: false } },
  ])
})
