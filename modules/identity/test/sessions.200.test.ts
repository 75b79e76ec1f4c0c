import { afterEach, beforeEach, expect, test } from 'vitest'
import { backgroundContext, EDGE } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { EMAIL, identityScene, PASSWORD, principalOf } from './scene.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
  await scene.account()
})
afterEach(() => scene.h.close())

type Item = { id: string; current: boolean; place: string | null; device: string }

/** Signs a browser in from somewhere. */
async function browser(ip: string, userAgent: string | null = FIREFOX, email = EMAIL): Promise<string> {
  const { session_token } = (await scene.h.link({
    operation: 'startSession',
    input: { email, password: PASSWORD },
    context: {
      ...backgroundContext(newId()),
      principal: { kind: 'guest', guest_token: null },
      caller: EDGE,
      ip,
      user_agent: userAgent,
    },
  })) as { session_token: string }
  return session_token
}

async function sessionsOf(
  secret: string,
): Promise<{ principal: ReturnType<typeof principalOf>; items: Item[] }> {
  const principal = principalOf(await scene.authenticate(secret, 'session'))
  const { items }: { items: Item[] } = await scene.h.call('listSessions', {}, { principal })
  return { principal, items }
}

test('everybody sees their own sessions: device, country, address, times; the present one in front', async () => {
  await scene.account('grace@example.com')
  await browser('9.9.9.9', FIREFOX, 'grace@example.com')
  const here = await browser('127.0.0.1')
  scene.advance(60)
  await browser('193.99.144.85', null)
  const { items } = await sessionsOf(here)
  expect(items).toMatchObject([
    {
      current: true,
      device: 'Firefox on Linux',
      place: null,
      ip: '127.0.0.1',
      local_network: true,
      method: 'password',
      created_at: '2026-01-15T12:00:00.000Z',
      last_used_at: '2026-01-15T12:00:00.000Z',
    },
    { current: false, device: 'Unknown device', place: 'DE', ip: '193.99.144.85', local_network: false },
  ])
  expect(Object.keys(items[0] ?? {}).sort()).toEqual(
    [
      'created_at',
      'current',
      'device',
      'id',
      'ip',
      'last_used_at',
      'local_network',
      'method',
      'place',
    ].sort(),
  )
})

test.each([
  ['::ffff:193.99.144.85', 'DE'],
  ['2a02:2e0:3fe:1001:302::', 'DE'],
  ['8.8.8.8', 'US'],
  ['10.0.0.1', null],
  ['172.20.3.4', null],
  ['192.168.1.1', null],
  ['169.254.1.1', null],
  ['::1', null],
  ['fd12::1', null],
  ['fe80::1', null],
  ['240.0.0.1', null],
])('%s is in %s', async (ip, country) => {
  expect((await sessionsOf(await browser(ip))).items[0]?.place).toBe(country)
})

test('one can be ended, at once and only that one', async () => {
  const [here, there, third] = [
    await browser('127.0.0.1'),
    await browser('8.8.8.8'),
    await browser('9.9.9.9'),
  ]
  const { principal, items } = await sessionsOf(here)
  const id = (await sessionsOf(there)).items[0]?.id
  expect(await scene.h.call('endSession', { session_id: id }, { principal })).toBeNull()
  expect(await scene.authenticate(there, 'session')).toBeNull()
  expect(await scene.authenticate(third, 'session')).not.toBeNull()
  expect((await sessionsOf(here)).items.map((item) => item.id)).toEqual(
    items.map((item) => item.id).filter((other) => other !== id),
  )
  expect((await scene.audited()).filter((action) => action === 'session_expired')).toHaveLength(1)
})

test('another’s session, one that is over and one that never was are not there', async () => {
  await scene.account('grace@example.com')
  const [here, hers] = [await browser('127.0.0.1'), await browser('9.9.9.9', FIREFOX, 'grace@example.com')]
  const over = await browser('127.0.0.1')
  const { principal } = await sessionsOf(here)
  const overId = (await sessionsOf(over)).items[0]?.id
  await scene.h.call('endSession', { session_id: overId }, { principal })
  for (const session_id of [(await sessionsOf(hers)).items[0]?.id, overId, newId()]) {
    await expect(scene.h.call('endSession', { session_id }, { principal })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  }
  expect(await scene.authenticate(hers, 'session')).not.toBeNull()
})

test('all others can be ended while the present one goes on', async () => {
  const [here, there] = [await browser('127.0.0.1'), await browser('8.8.8.8')]
  const program = await scene.login()
  const { principal } = await sessionsOf(here)
  expect(await scene.h.call('endOtherSessions', {}, { principal })).toEqual({ ended: 2 })
  expect(await scene.authenticate(here, 'session')).not.toBeNull()
  expect(await scene.authenticate(there, 'session')).toBeNull()
  expect(await scene.authenticate(program.access_token)).toBeNull()
  await expect(scene.h.call('refresh', { refresh_token: program.refresh_token })).rejects.toMatchObject({
    status: 401,
  })
  expect(await scene.h.call('endOtherSessions', {}, { principal })).toEqual({ ended: 0 })
})

test('signing out everywhere is told to those who want to know', async () => {
  const here = await browser('127.0.0.1')
  await browser('8.8.8.8')
  const { principal } = await sessionsOf(here)
  await scene.h.call('logoutAll', {}, { principal })
  const ended = (await scene.h.events()).filter(({ type }) => type === 'identity.sessions-ended.v1')
  expect(ended).toHaveLength(1)
})
