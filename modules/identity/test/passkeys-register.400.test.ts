import { afterEach, beforeEach, expect, test } from 'vitest'
import { passkeyScene, refusedWith } from './passkeys-scene.ts'
import { PASSWORD } from './scene.ts'
import { softwareAuthenticator } from './software-authenticator.ts'

let scene: Awaited<ReturnType<typeof passkeyScene>>
let ada: Awaited<ReturnType<typeof scene.customer>>
const NOT_ADDED = 'IDENTITY_PASSKEY_NOT_ADDED'

beforeEach(async () => {
  scene = await passkeyScene()
  ada = await scene.customer()
})
afterEach(() => scene.h.close())

const passkeys = async () => {
  const { rows } = await scene.h.db.pool.query('SELECT id FROM identity.passkeys')
  return rows.length
}

test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['another relying party', { rpId: 'evil.example' }],
  ['a user who was not verified', { userVerified: false }],
  ['a user who was not there', { userPresent: false }],
  ['a page within a foreign page', { crossOrigin: true }],
  ['a proof instead of a registration', { type: 'webauthn.get' }],
  ['another challenge', { challenge: Buffer.alloc(32, 1).toString('base64url') }],
  ['a statement with certificates', { format: 'android-key' }],
  ['a statement of unknown form', { format: 'made-up' }],
])('%s is refused', async (_name, lies) => {
  const credential = softwareAuthenticator().register(await scene.startRegistration(ada), lies)
  await refusedWith(scene.completeRegistration(credential, ada), NOT_ADDED)
  expect(await passkeys()).toBe(0)
})

test('a challenge is good once, for five minutes, in the session that asked', async () => {
  const options = await scene.startRegistration(ada)
  await scene.completeRegistration(softwareAuthenticator().register(options), ada)
  await refusedWith(scene.completeRegistration(softwareAuthenticator().register(options), ada), NOT_ADDED)
  const late = await scene.startRegistration(ada)
  scene.advance(301)
  await refusedWith(scene.completeRegistration(softwareAuthenticator().register(late), ada), NOT_ADDED)
  const bob = await scene.customer('bob@example.com')
  const bobs = await scene.startRegistration(bob)
  await refusedWith(scene.completeRegistration(softwareAuthenticator().register(bobs), ada), NOT_ADDED)
  expect(await passkeys()).toBe(1)
})

test('a challenge for signing in registers nothing, and the other way round', async () => {
  const asked = await scene.start()
  const authenticator = softwareAuthenticator()
  const options = { ...(await scene.startRegistration(ada)), challenge: asked.challenge }
  await refusedWith(scene.completeRegistration(authenticator.register(options), ada), NOT_ADDED)
  await scene.addPasskey(ada, authenticator)
  const { challenge } = await scene.startRegistration(ada)
  const proof = authenticator.prove({ rpId: 'localhost', challenge })
  await refusedWith(scene.complete(proof), 'IDENTITY_PASSKEY_REFUSED')
  await refusedWith(scene.complete(proof, {}, { principal: ada }), 'IDENTITY_PASSKEY_REFUSED')
})

test('a credential belongs to one account', async () => {
  const { authenticator } = await scene.addPasskey(ada)
  const bob = await scene.customer('bob@example.com')
  const taken = authenticator.register(await scene.startRegistration(bob))
  await refusedWith(scene.completeRegistration(taken, bob), NOT_ADDED)
  expect(await passkeys()).toBe(1)
})

test('a password alone adds no passkey to an account that has one', async () => {
  // The session was opened by password before the first passkey was added in another.
  const early = await scene.principalBy((await scene.login()).access_token)
  const begun = await scene.startRegistration(early)
  await scene.addPasskey(ada)
  await refusedWith(scene.startRegistration(early), 'STEP_UP_REQUIRED')
  await refusedWith(
    scene.completeRegistration(softwareAuthenticator().register(begun), early),
    'STEP_UP_REQUIRED',
  )
  expect(await passkeys()).toBe(1)
})

test('an account has at most 20 passkeys', async () => {
  for (let count = 0; count < 20; count++) await scene.addPasskey(ada)
  await refusedWith(scene.startRegistration(ada), 'IDENTITY_TOO_MANY_PASSKEYS')
})

test('passkeys of others can be neither renamed nor removed', async () => {
  const { passkey } = await scene.addPasskey(ada)
  const bob = await scene.customer('bob@example.com')
  await refusedWith(
    scene.h.call('renamePasskey', { passkey_id: passkey.id, name: 'Mine' }, { principal: bob }),
    'NOT_FOUND',
  )
  await refusedWith(
    scene.h.call('revokePasskey', { passkey_id: passkey.id }, { principal: bob }),
    'NOT_FOUND',
  )
})

test('the last factor stays where an account cannot be without', async () => {
  await scene.staff()
  const { access_token } = await scene.login('olga@example.com', PASSWORD, 'loginStaff')
  const { passkey } = await scene.addPasskey(await scene.principalBy(access_token))
  const olga = await scene.principalBy(access_token)
  const revoke = (passkey_id: string, principal: typeof ada) =>
    scene.h.call('revokePasskey', { passkey_id }, { principal })
  await refusedWith(revoke(passkey.id, olga), 'IDENTITY_FACTOR_REQUIRED')

  const mine = await scene.addPasskey(ada)
  await scene.h.db.pool.query('UPDATE identity.passwords SET short = true')
  await refusedWith(revoke(mine.passkey.id, ada), 'IDENTITY_PASSWORD_TOO_SHORT_ALONE')
  expect(await passkeys()).toBe(2)
})

test('removing one wants a fresh proof', async () => {
  const { authenticator, passkey } = await scene.addPasskey(ada)
  const { access_token } = await scene.signIn(authenticator)
  scene.advance(601)
  const stale = await scene.principalBy(access_token)
  await refusedWith(
    scene.h.call('revokePasskey', { passkey_id: passkey.id }, { principal: stale }),
    'STEP_UP_REQUIRED',
  )
})
