import { afterEach, beforeEach, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { EMAIL, identityScene, PASSWORD, principalOf } from './scene.ts'

const discarded: string[] = []
let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  discarded.length = 0
  scene = await identityScene({
    stubs: {
      media: {
        discardAvatars: async ({ account_id }: { account_id: string }) => {
          discarded.push(account_id)
          return null
        },
      },
    },
  })
  await scene.account()
})
afterEach(() => scene.h.close())

const BEFORE = '2026-01-15T13:00:00.000Z'
const inside = { principal: { kind: 'system' as const }, caller: 'customers' }

const idOf = async (email = EMAIL): Promise<string> =>
  (await scene.h.db.one<{ id: string }>(sql`SELECT id FROM identity.accounts WHERE email = ${email}`)).id

const erase = (account_id: string, email = EMAIL): Promise<null> =>
  scene.h.call('erasePersonalData', { account_id, email, before: BEFORE }, inside)

type Section = { name: string; data: Record<string, unknown> }

test('the export tells all about an account, and nothing that opens it', async () => {
  await scene.login()
  const account_id = await idOf()
  const { sections }: { sections: Section[] } = await scene.h.call(
    'exportPersonalData',
    { account_id, email: EMAIL, before: BEFORE },
    inside,
  )
  expect(sections.map(({ name }) => name)).toEqual(['profile', 'sign-in', 'sessions'])
  expect(sections[0]?.data).toMatchObject({ email: EMAIL, full_name: 'Ada Lovelace', role: 'customer' })
  expect(sections[2]?.data).toMatchObject({ sessions: [{ ip: '127.0.0.1', ended_at: null }] })
  const text = JSON.stringify(sections)
  const secrets = await scene.h.db.many<{ secret: string }>(sql`
    SELECT hash AS secret FROM identity.passwords UNION ALL
    SELECT encode(token_hash, 'hex') FROM identity.sessions WHERE token_hash IS NOT NULL UNION ALL
    SELECT encode(hash, 'hex') FROM identity.refresh_tokens`)
  expect(secrets.length).toBeGreaterThan(1)
  for (const { secret } of secrets) expect(text).not.toContain(secret)
})

test('whoever is erased is signed in nowhere, cannot sign in, and may sign up anew', async () => {
  const { access_token, refresh_token } = await scene.login()
  const account_id = await idOf()
  await Promise.all(Array.from({ length: 10 }, () => erase(account_id)))
  expect(await scene.authenticate(access_token)).toBeNull()
  expect(discarded).toContain(account_id)
  await expect(scene.h.call('refresh', { refresh_token })).rejects.toMatchObject({ status: 401 })
  await expect(scene.login()).rejects.toMatchObject({ status: 401 })
  expect((await scene.audited()).filter((action) => action === 'user_deleted')).toHaveLength(1)
  await scene.account()
  expect(await idOf()).not.toBe(account_id)
  // The job comes again after an hour: whoever has signed up since is somebody else.
  await erase(account_id)
  expect(await scene.login()).toHaveProperty('access_token')
})

test('accounts of staff stay, and nobody but the customers module may ask', async () => {
  await scene.staff('olga@example.com')
  const olga = await idOf('olga@example.com')
  await erase(olga, 'olga@example.com')
  expect(await idOf('olga@example.com')).toBe(olga)
  const { access_token } = await scene.login(EMAIL, PASSWORD)
  const principal = principalOf(await scene.authenticate(access_token))
  const input = { account_id: await idOf(), email: EMAIL, before: BEFORE }
  for (const as of [{ principal }, { ...inside, caller: 'orders' }])
    for (const operation of ['exportPersonalData', 'erasePersonalData'])
      await expect(scene.h.call(operation, input, as)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
