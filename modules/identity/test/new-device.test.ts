import { afterEach, beforeEach, expect, test } from 'vitest'
import { EMAIL, identityScene, PASSWORD, principalOf } from './scene.ts'

// Planted and seen to fail: the guard of `useToken`, the steps of `throwOut` left out one by one, programs known by
// their token alone.

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
  await scene.account()
})
afterEach(() => scene.h.close())

const HOME = '93.184.215.14'
const home = {
  user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  ip: HOME,
}
const secret = (letter: string): string => letter.repeat(43)

type Raised = {
  account_id: string
  session_id: string
  device: string
  place: string | null
  audience: string
}

async function raised(type: string): Promise<Raised[]> {
  return (await scene.h.events()).filter((event) => event.type === type).map(({ payload }) => payload)
}

const news = () => raised('identity.new-device.v1')

function browse(letter: string, more: object = {}): Promise<{ session_token: string }> {
  const given = { email: EMAIL, password: PASSWORD }
  return scene.h.call('startSession', given, { ...home, device_token: secret(letter), ...more })
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'in',
    (error: { code: string }) => error.code,
  )
}

test('a browser that the account never used is told of, the first and the known ones are not', async () => {
  await browse('a')
  await browse('a')
  expect(await news()).toEqual([])
  await browse('b')
  expect(await news()).toMatchObject([{ device: 'Firefox on Linux' }])
  await browse('b')
  expect(await news()).toHaveLength(1)
})

test('a program is known by its name and network, whatever token it is given', async () => {
  const program = (letter: string, more = {}): Promise<unknown> =>
    scene.h.call(
      'login',
      { email: EMAIL, password: PASSWORD },
      { user_agent: 'importer/2.1', ip: HOME, device_token: secret(letter), ...more },
    )
  await browse('a')
  await program('p')
  expect(await news()).toHaveLength(1)
  await program('q')
  await program('r')
  expect(await news()).toHaveLength(1)
  await program('s', { user_agent: 'something-else/1.0' })
  expect(await news()).toHaveLength(2)
  await program('q', { ip: '93.184.215.99' })
  expect(await news()).toHaveLength(2)
  // What a program shows of itself is no secret: it opens nothing that a device's own secret does.
  for (let round = 0; round < 5; round++) {
    await codeOf(scene.h.call('login', { email: EMAIL, password: 'a wrong guess' }))
  }
  expect(await codeOf(program('t'))).toBe('IDENTITY_TOO_MANY_TRIES')
  expect(await codeOf(program('q'))).toBe('in')
})

test('no more than 50 devices are kept', async () => {
  for (let number = 0; number < 55; number++) {
    await browse(String.fromCharCode(65 + (number % 26)) + (number > 25 ? 'x' : ''), {
      device_token: `${String(number).padStart(2, '0')}${secret('z')}`.slice(0, 43),
    })
    scene.advance(1)
  }
  const { rows } = await scene.h.db.pool.query('SELECT 1 FROM identity.devices')
  expect(rows).toHaveLength(50)
})

async function notMeToken(): Promise<string> {
  const [event] = await news()
  const mail = { account_id: event?.account_id, purpose: 'not_me', reference: event?.session_id }
  const { token }: { token: string } = await scene.h.call('issueMailToken', mail, { caller: 'notifications' })
  return token
}

test('“this wasn’t me” throws everybody out and starts a reset', async () => {
  const mine = await browse('a')
  const theirs = await browse('b')
  const token = await notMeToken()
  expect(await scene.h.call('disownSignIn', { token })).toEqual({ status: 'secured' })
  expect((await scene.h.events()).map(({ type }) => type)).toContain('identity.sessions-ended.v1')

  for (const { session_token } of [mine, theirs]) {
    expect(await scene.authenticate(session_token, 'session', 'shop')).toBeNull()
  }
  expect(await codeOf(browse('b'))).toBe('IDENTITY_WRONG_CREDENTIALS')
  expect(await codeOf(browse('a'))).toBe('IDENTITY_WRONG_CREDENTIALS')
  expect(await raised('identity.password-reset-requested.v1')).toMatchObject([{ audience: 'shop' }])
  const { rows } = await scene.h.db.pool.query('SELECT 1 FROM identity.devices')
  expect(rows).toEqual([])
  expect(await scene.audited()).toContain('authn_login_lock')
})

test('second factors that the intruder set up go, those of before stay', async () => {
  await browse('a')
  const [account] = (await scene.h.db.pool.query<{ id: string }>('SELECT id FROM identity.accounts')).rows
  const passkey = (at: string, name: string) =>
    scene.h.db.pool.query(
      `INSERT INTO identity.passkeys (id, credential_id, account_id, public_key, counter, transports, backed_up, name, created_at)
       VALUES (gen_random_uuid(), $2::text::bytea, $1, '\\x00', 0, '{}', false, $2, $3)`,
      [account?.id, name, at],
    )
  await browse('b')
  await passkey('2026-01-01T00:00:00Z', 'mine')
  await passkey('2026-01-15T12:05:00Z', 'theirs')
  await scene.h.call('disownSignIn', { token: await notMeToken() })
  const { rows } = await scene.h.db.pool.query<{ name: string }>('SELECT name FROM identity.passkeys')
  expect(rows).toEqual([{ name: 'mine' }])
})

test('the link works once of 50 at once, and voids the others of the account', async () => {
  await browse('a')
  await browse('b')
  const [token, other] = [await notMeToken(), await notMeToken()]
  const settled = await Promise.allSettled(
    Array.from({ length: 50 }, () => scene.h.call('disownSignIn', { token }) as Promise<unknown>),
  )
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await codeOf(scene.h.call('disownSignIn', { token: other }))).toBe('IDENTITY_TOKEN_INVALID')
  expect(await raised('identity.password-reset-requested.v1')).toHaveLength(1)
})

test('a sign-in from far away too soon asks for a code by mail, and the log says why', async () => {
  await browse('a', { ip: '194.25.2.129' })
  scene.advance(3_600)
  const answer = await browse('b', { ip: '1.1.1.1' })
  expect(answer).toMatchObject({ mfa_required: true, methods: ['email_code'] })
  const entries = (await scene.h.events())
    .filter(({ type }) => type === 'audit.entry-recorded.v1')
    .map(
      ({ payload }) =>
        payload as { action: string; after: { from?: string; to?: string; risk?: { score: number } } },
    )
  const travel = entries.find(({ action }) => action === 'authn_impossible_travel')
  expect(travel?.after).toMatchObject({ from: 'DE', to: 'AU' })
  const asked = entries.find(({ action }) => action === 'authn_second_factor_requested')
  expect(asked?.after.risk).toEqual({
    score: 180,
    signals: { unknown_device: 10, new_device: 30, new_country: 60, impossible_travel: 80 },
  })
  const who = await scene.authenticate(
    (await browse('a', { ip: '194.25.2.129' })).session_token,
    'session',
    'shop',
  )
  expect(principalOf(who).kind).toBe('customer')
})
