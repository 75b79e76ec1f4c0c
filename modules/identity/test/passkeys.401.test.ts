import { afterEach, beforeEach, expect, test } from 'vitest'
import { passkeyScene, refusedWith } from './passkeys-scene.ts'
import { EMAIL, PASSWORD } from './scene.ts'
import type { softwareAuthenticator } from './software-authenticator.ts'

// Seen to fail: each guard taken away, of owner, frame, audience, lock, verification of the user, counter and challenge.

let scene: Awaited<ReturnType<typeof passkeyScene>>
let ada: Awaited<ReturnType<typeof scene.customer>>
let key: ReturnType<typeof softwareAuthenticator>
const REFUSED = 'IDENTITY_PASSKEY_REFUSED'

beforeEach(async () => {
  scene = await passkeyScene()
  ada = await scene.customer()
  key = (await scene.addPasskey(ada)).authenticator
})
afterEach(() => scene.h.close())

const sessions = async () => {
  const { rows } = await scene.h.db.pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM identity.sessions WHERE method LIKE '%passkey'",
  )
  return rows[0]?.count
}

const mfaToken = async (email = EMAIL) =>
  ((await scene.login(email, PASSWORD)) as unknown as { mfa_token: string }).mfa_token

test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['a subdomain of ours', { origin: 'http://shop.localhost:8000' }],
  ['another port', { origin: 'http://localhost:8001' }],
  ['another relying party', { rpId: 'evil.example' }],
  ['a user who was not verified', { userVerified: false }],
  ['a user who was not there', { userPresent: false }],
  ['a page within a foreign page', { crossOrigin: true }],
  ['a signature for a registration', { type: 'webauthn.create' }],
  ['another challenge', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
  ['a challenge that is none', { challenge: 'x' }],
  ['the signature of another key', { otherKey: true }],
  ['an unknown credential', { credentialId: Buffer.alloc(32, 9) }],
  ['no word of whose it is', { userHandle: null }],
  ['the handle of somebody else', { userHandle: Buffer.alloc(16, 5).toString('base64url') }],
])('%s is refused', async (_name, lies) => {
  await refusedWith(scene.signIn(key, lies), REFUSED)
  expect(await sessions()).toBe(0)
  expect((await scene.entries()).at(-1)).toMatchObject({
    action: 'authn_login_fail',
    after: { by: 'passkey' },
  })
})

test('a challenge is good once, and whatever was wrong has used it up', async () => {
  const options = await scene.start({ scheme: 'program' })
  expect(await scene.complete(key.prove(options))).toHaveProperty('access_token')
  await refusedWith(scene.complete(key.prove(options)), REFUSED)
  const other = await scene.start()
  await refusedWith(scene.complete(key.prove(other, { userVerified: false })), REFUSED)
  await refusedWith(scene.complete(key.prove(other)), REFUSED)
})

test('a challenge is good for five minutes', async () => {
  const options = await scene.start()
  scene.advance(301)
  await refusedWith(scene.complete(key.prove(options)), REFUSED)
})

test('a counter that goes back is refused, written down and mailed', async () => {
  await scene.signIn(key, { counter: 7 })
  await refusedWith(scene.signIn(key, { counter: 7 }), REFUSED)
  await refusedWith(scene.signIn(key, { counter: 6 }), REFUSED)
  await refusedWith(scene.signIn(key, { counter: 0 }), REFUSED)
  expect((await scene.entries()).at(-1)).toMatchObject({
    action: 'authn_passkey_cloned',
    after: { counter: 0 },
  })
  const { id } = ada as { id: string }
  expect(
    (await scene.h.events()).filter((event) => event.type === 'identity.factor-changed.v1').at(-1),
  ).toEqual({
    type: 'identity.factor-changed.v1',
    payload: { account_id: id, factor: 'passkey', change: 'locked' },
  })
  expect(await scene.signIn(key, { counter: 8 })).toHaveProperty('access_token')
})

test('whoever cannot sign accuses nobody of holding a copy', async () => {
  await scene.signIn(key, { counter: 7 })
  await refusedWith(scene.signIn(key, { counter: 1, otherKey: true }), REFUSED)
  expect((await scene.entries()).at(-1)).toMatchObject({ action: 'authn_login_fail' })
})

test('a locked account answers like a wrong passkey', async () => {
  await scene.h.db.pool.query("UPDATE identity.accounts SET locked_at = now(), lock_reason = 'test'")
  await refusedWith(scene.signIn(key), REFUSED)
  expect(await sessions()).toBe(0)
})

test('the shop and the back office are never mixed', async () => {
  await refusedWith(scene.signIn(key, {}, { audience: 'staff' }), REFUSED)
  const { authenticator } = await scene.addPasskey(await scene.newStaff())
  await refusedWith(scene.signIn(authenticator), REFUSED)
  expect(await scene.signIn(authenticator, {}, { audience: 'staff' })).toHaveProperty('access_token')
})

test('a waiting sign-in is finished by a passkey of its own account alone', async () => {
  const bob = await scene.customer('bob@example.com')
  const { authenticator: other } = await scene.addPasskey(bob)
  const mfa_token = await mfaToken()
  await refusedWith(scene.complete(other.prove(await scene.start({ mfa_token })), { mfa_token }), REFUSED)
  // A challenge of another sign-in, of no sign-in, and one whose token is not shown.
  const bobs = await mfaToken('bob@example.com')
  await refusedWith(scene.complete(key.prove(await scene.start({ mfa_token: bobs })), { mfa_token }), REFUSED)
  await refusedWith(scene.complete(key.prove(await scene.start()), { mfa_token }), REFUSED)
  await refusedWith(scene.complete(key.prove(await scene.start({ mfa_token }))), REFUSED)
  const right = await scene.complete(key.prove(await scene.start({ mfa_token })), { mfa_token })
  expect(right).toHaveProperty('access_token')
  await refusedWith(scene.start({ mfa_token }), 'IDENTITY_SIGN_IN_EXPIRED')
})

test('a waiting sign-in whose account was locked meanwhile comes to nothing', async () => {
  const mfa_token = await mfaToken()
  const options = await scene.start({ mfa_token })
  await scene.h.db.pool.query("UPDATE identity.accounts SET locked_at = now(), lock_reason = 'test'")
  await refusedWith(scene.complete(key.prove(options), { mfa_token }), REFUSED)
})

test('a fresh proof is given by an own passkey, in the session that asked', async () => {
  const bob = await scene.customer('bob@example.com')
  const { authenticator: other } = await scene.addPasskey(bob)
  const stepUp = { purpose: 'step_up' }
  await refusedWith(scene.start(stepUp), 'UNAUTHENTICATED')
  const foreign = other.prove(await scene.start(stepUp, { principal: ada }))
  await refusedWith(scene.complete(foreign, {}, { principal: ada }), REFUSED)
  expect((await scene.entries()).at(-1)).toMatchObject({ action: 'authn_step_up_fail' })
  const second = await scene.principalBy((await scene.signIn(key)).access_token)
  const options = await scene.start(stepUp, { principal: ada })
  await refusedWith(scene.complete(key.prove(options), {}, { principal: second }), REFUSED)
  await refusedWith(scene.complete(key.prove(options)), REFUSED)
})

test('a removed passkey opens nothing', async () => {
  const { items }: { items: { id: string }[] } = await scene.h.call('listPasskeys', {}, { principal: ada })
  await scene.h.call('revokePasskey', { passkey_id: items[0]?.id }, { principal: ada })
  await refusedWith(scene.signIn(key), REFUSED)
})

test('refusals from one network are slowed down', async () => {
  let code = REFUSED
  for (let tries = 0; tries < 60 && code === REFUSED; tries++) {
    code = await scene.signIn(key, { challenge: 'none' }).then(
      () => 'signed in',
      (error: unknown) => (error as { code: string }).code,
    )
  }
  expect(code).toBe('IDENTITY_TOO_MANY_TRIES')
})
