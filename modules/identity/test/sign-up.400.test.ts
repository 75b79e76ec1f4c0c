import { afterAll, beforeAll, expect, test } from 'vitest'
import { identityScene } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeAll(async () => void (scene = await identityScene()))
afterAll(() => scene.h.close())

test.each([
  ['on the list', '123456789987654321'],
  ['on the list in another case', 'QWERTY123456789'],
  ['a common one repeated', 'passwordpassword'],
  ['one character', 'zzzzzzzzzzzzzzzzzz'],
  ['the address itself', 'Somebody@Example.com'],
  ['full-width forms of a common one', '１２３４５６７８９９８７６５４３２１'],
])('a password that is %s is refused', async (_what, password) => {
  await expect(scene.register('somebody@example.com', { password })).rejects.toMatchObject({
    code: 'IDENTITY_PASSWORD_TOO_COMMON',
    status: 400,
  })
})

test.each([
  ['short password', { password: 'only14letters!' }],
  ['unknown field', { is_admin: true }],
  ['role of staff', { role: 'admin' }],
  ['bad address', { email: 'a@b' }],
  ['line break in the name', { full_name: '' }],
])('%s: refused, nothing stored', async (_what, extra) => {
  await expect(scene.register('somebody@example.com', extra)).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
  })
  expect(await scene.h.events()).toEqual([])
})

test('a link that never was, or that is a day old, is refused', async () => {
  await scene.register('late@example.com')
  const token = await scene.tokenFor('late@example.com')
  scene.advance(24 * 3_600 + 1)
  for (const given of [token, 'x'.repeat(43)]) {
    await expect(scene.h.call('verifyEmail', { token: given })).rejects.toMatchObject({
      code: 'IDENTITY_TOKEN_INVALID',
    })
  }
})

test('a set-up token confirms no address, and the other way round', async () => {
  await scene.register('purpose@example.com')
  const verification = await scene.tokenFor('purpose@example.com')
  const { token }: { token: string } = await scene.h.call('issueSetupToken', {}, { caller: 'server' })
  await expect(scene.h.call('verifyEmail', { token })).rejects.toMatchObject({
    code: 'IDENTITY_TOKEN_INVALID',
  })
  const owner = { email: 'o@example.com', full_name: 'O', password: 'a long enough one' }
  await expect(scene.h.call('setUpOwner', { token: verification, ...owner })).rejects.toMatchObject({
    code: 'IDENTITY_TOKEN_INVALID',
  })
})

test('a link mailed for an earlier sign-up is void: it would confirm a password of somebody else', async () => {
  await scene.register('victim@example.com', { password: 'the password of a stranger' })
  const early = await scene.tokenFor('victim@example.com')
  await scene.register('victim@example.com')
  await expect(scene.h.call('verifyEmail', { token: early })).rejects.toMatchObject({
    code: 'IDENTITY_TOKEN_INVALID',
  })
  await scene.verify('victim@example.com')
  expect(await scene.login('victim@example.com')).toHaveProperty('access_token')
})
