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
  ['the name of the shop, twice', 'test shopTest Shop'],
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

test('a link confirms the password of its own sign-up, whoever signed up with the address since', async () => {
  const strangers = 'the password of a stranger'
  await scene.register('victim@example.com')
  const own = await scene.tokenFor('victim@example.com')
  scene.advance(1)
  await scene.register('victim@example.com', { password: strangers })
  const other = await scene.tokenFor('victim@example.com')
  await scene.h.call('verifyEmail', { token: own })
  await expect(scene.login('victim@example.com', strangers)).rejects.toMatchObject({ status: 401 })
  expect(await scene.login('victim@example.com')).toHaveProperty('access_token')
  await expect(scene.h.call('verifyEmail', { token: other })).rejects.toMatchObject({
    code: 'IDENTITY_TOKEN_INVALID',
  })
})

test('an address to throw away is refused where the shop says so, its subdomains too', async () => {
  const strict = await identityScene({ settings: { refuse_throw_away_mail: true } })
  try {
    for (const email of ['x@mailinator.com', 'x@deep.below.mailinator.com']) {
      await expect(strict.register(email)).rejects.toMatchObject({
        code: 'IDENTITY_EMAIL_DOMAIN_REFUSED',
        status: 400,
      })
    }
    expect(await strict.register('x@example.com')).toEqual({ status: 'verification_sent' })
    expect(await scene.register('x@mailinator.com')).toEqual({ status: 'verification_sent' })
  } finally {
    await strict.h.close()
  }
})
