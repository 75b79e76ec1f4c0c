import { afterAll, beforeAll, expect, test } from 'vitest'
import { identityScene, PASSWORD, principalOf } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeAll(async () => {
  scene = await identityScene()
  await scene.account()
})
afterAll(() => scene.h.close())

test.each(['getMe', 'logout', 'logoutAll', 'updateMe'])(
  '%s needs somebody who is signed in',
  async (operation) => {
    await expect(scene.h.call(operation, {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED', status: 401 })
  },
)

test.each([
  'issueSetupToken',
  'createAccount',
  'authenticate',
  'getContacts',
  'issueVerificationToken',
  'getJwks',
])('%s cannot be reached from outside, nor by a module that is not named', async (operation) => {
  const principal = principalOf(await scene.authenticate((await scene.login()).access_token))
  for (const as of [{}, { principal }, { caller: 'catalog' }]) {
    await expect(scene.h.call(operation, {}, as)).rejects.toMatchObject({ code: 'FORBIDDEN', status: 403 })
  }
})

test('an owner is set up once: an address that is somebody’s is refused and leaves the link good', async () => {
  const { h } = scene
  await scene.staff('clerk@example.com', 'staff')
  const { token }: { token: string } = await h.call('issueSetupToken', {}, { caller: 'server' })
  const owner = { token, email: 'clerk@example.com', full_name: 'Owner', password: PASSWORD }
  await expect(h.call('setUpOwner', owner)).rejects.toMatchObject({
    code: 'IDENTITY_EMAIL_TAKEN',
    status: 409,
  })
  expect(await h.call('getSetup', {})).toEqual({ needed: true })
  await h.call('setUpOwner', { ...owner, email: 'owner@example.com' })
  expect(await scene.login('owner@example.com', PASSWORD, 'loginStaff')).toHaveProperty('access_token')
})

test('a fresh set-up link ends the one before', async () => {
  const fresh = await identityScene()
  const first: { token: string } = await fresh.h.call('issueSetupToken', {}, { caller: 'server' })
  await fresh.h.call('issueSetupToken', {}, { caller: 'cli' })
  const owner = { token: first.token, email: 'o@example.com', full_name: 'Owner', password: PASSWORD }
  await expect(fresh.h.call('setUpOwner', owner)).rejects.toMatchObject({ code: 'IDENTITY_TOKEN_INVALID' })
  await fresh.h.close()
})

test('the command line makes accounts that are verified at once', async () => {
  const { h } = scene
  await h.call(
    'createAccount',
    { email: 'shopper@example.com', full_name: 'S', role: 'customer', password: PASSWORD },
    { caller: 'cli' },
  )
  expect(await scene.login('shopper@example.com')).toHaveProperty('access_token')
  const again = { email: 'shopper@example.com', full_name: 'S', role: 'admin', password: PASSWORD }
  await expect(h.call('createAccount', again, { caller: 'cli' })).rejects.toMatchObject({
    code: 'IDENTITY_EMAIL_TAKEN',
  })
})
