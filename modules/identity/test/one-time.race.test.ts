import { afterEach, beforeEach, expect, test } from 'vitest'
import { EMAIL, identityScene, PASSWORD, principalOf } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => void (scene = await identityScene()))
afterEach(() => scene.h.close())

async function outcomes(calls: Promise<unknown>[]): Promise<{ won: number; codes: string[] }> {
  const settled = await Promise.allSettled(calls)
  const codes = settled.flatMap((one) =>
    one.status === 'rejected' ? [(one.reason as { code: string }).code] : [],
  )
  return { won: settled.length - codes.length, codes: [...new Set(codes)] }
}

const times = (count: number, call: () => Promise<unknown>) => Array.from({ length: count }, call)

test('a confirmation link that is used 50 times at once works once', async () => {
  await scene.register()
  const token = await scene.tokenFor()
  expect(await outcomes(times(50, () => scene.h.call('verifyEmail', { token })))).toEqual({
    won: 1,
    codes: ['IDENTITY_TOKEN_INVALID'],
  })
})

test('the set-up link that is used 50 times at once makes one owner', async () => {
  const { h } = scene
  const { token }: { token: string } = await h.call('issueSetupToken', {}, { caller: 'server' })
  let number = 0
  const use = () =>
    h.call('setUpOwner', {
      token,
      email: `owner${++number}@example.com`,
      full_name: 'Owner',
      password: PASSWORD,
    })
  expect(await outcomes(times(50, use))).toEqual({ won: 1, codes: ['IDENTITY_TOKEN_INVALID'] })
  const { rows } = await h.db.pool.query("SELECT email FROM identity.accounts WHERE role = 'super_admin'")
  expect(rows).toHaveLength(1)
  expect(await h.call('issueSetupToken', {}, { caller: 'server' })).toEqual({ token: null })
  expect(await h.call('getSetup', {})).toEqual({ needed: false })
})

test('of parallel refreshes one wins, and its child works on', async () => {
  await scene.h.close()
  scene = await identityScene({ clock: () => new Date() })
  await scene.account()
  const { refresh_token } = await scene.login()
  const settled = await Promise.allSettled(times(2, () => scene.h.call('refresh', { refresh_token })))
  const won = settled.flatMap((one) =>
    one.status === 'fulfilled' ? [one.value as { refresh_token: string }] : [],
  )
  expect(won).toHaveLength(1)
  expect(await scene.h.call('refresh', { refresh_token: won[0]!.refresh_token })).toHaveProperty(
    'access_token',
  )
})

test('a refresh token that comes a second time ends its family, access tokens too', async () => {
  await scene.account()
  const first = await scene.login()
  const second: typeof first = await scene.h.call('refresh', { refresh_token: first.refresh_token })
  const other = await scene.login()
  expect(await scene.authenticate(second.access_token)).not.toBeNull()

  scene.advance(1)
  await expect(scene.h.call('refresh', { refresh_token: first.refresh_token })).rejects.toMatchObject({
    code: 'IDENTITY_REFRESH_INVALID',
  })
  expect(await scene.authenticate(first.access_token)).toBeNull()
  expect(await scene.authenticate(second.access_token)).toBeNull()
  await expect(scene.h.call('refresh', { refresh_token: second.refresh_token })).rejects.toMatchObject({
    code: 'IDENTITY_REFRESH_INVALID',
  })
  expect(await scene.audited()).toContain('authn_token_reuse')
  expect(await scene.authenticate(other.access_token)).not.toBeNull()
})

test('parallel guesses are counted before they are judged', async () => {
  await scene.account()
  const { codes } = await outcomes(times(30, () => scene.login(EMAIL, 'a wrong guess')))
  expect(codes.sort()).toEqual(['IDENTITY_TOO_MANY_TRIES', 'IDENTITY_WRONG_CREDENTIALS'])
  const fails = (await scene.audited()).filter((action) => action.startsWith('authn_login_fail'))
  expect(fails).toHaveLength(5)
})

test('two who sign up with one username at once: one gets it', async () => {
  const calls = ['a', 'b', 'c', 'd'].map((name) =>
    scene.register(`${name}@example.com`, { username: 'wanted' }),
  )
  expect(await outcomes(calls)).toEqual({ won: 1, codes: ['IDENTITY_USERNAME_TAKEN'] })
})

test('one who signs up twice at once has one account', async () => {
  expect((await outcomes(times(8, () => scene.register()))).won).toBe(8)
  await scene.verify()
  expect(principalOf(await scene.authenticate((await scene.login()).access_token)).kind).toBe('customer')
})
