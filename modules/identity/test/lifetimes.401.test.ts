import { afterEach, beforeEach, expect, test } from 'vitest'
import { identityScene, EMAIL, PASSWORD } from './scene.ts'

const HOUR = 3_600
const DAY = 24 * HOUR
const OWNER = 'olga@example.com'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
  await scene.account()
  await scene.staff(OWNER)
})
afterEach(() => scene.h.close())

/** A signed-in browser or program: `use` answers whether it still is, and counts as use. */
async function signedIn(scheme: 'browser' | 'program', audience: 'shop' | 'staff') {
  const email = audience === 'shop' ? EMAIL : OWNER
  if (scheme === 'browser') {
    const operation = audience === 'shop' ? 'startSession' : 'startStaffSession'
    const { session_token }: { session_token: string } = await scene.h.call(operation, {
      email,
      password: PASSWORD,
    })
    return { use: async () => (await scene.authenticate(session_token, 'session', audience)) !== null }
  }
  let pair = await scene.login(email, PASSWORD, audience === 'shop' ? 'login' : 'loginStaff')
  const use = async (): Promise<boolean> => {
    try {
      pair = await scene.h.call('refresh', { refresh_token: pair.refresh_token })
    } catch (error) {
      expect(error).toMatchObject({ code: 'IDENTITY_REFRESH_INVALID' })
      return false
    }
    return (await scene.authenticate(pair.access_token, 'bearer', audience)) !== null
  }
  return { use }
}

const table = [
  { scheme: 'browser', audience: 'shop', idle: 14 * DAY, absolute: 30 * DAY },
  { scheme: 'browser', audience: 'staff', idle: 8 * HOUR, absolute: DAY },
  { scheme: 'program', audience: 'shop', idle: 7 * DAY, absolute: 30 * DAY },
  { scheme: 'program', audience: 'staff', idle: 8 * HOUR, absolute: DAY },
] as const

test.each(table)('$scheme, $audience: unused it ends after $idle s', async ({ scheme, audience, idle }) => {
  const [inTime, late] = [await signedIn(scheme, audience), await signedIn(scheme, audience)]
  scene.advance(idle - 1)
  expect(await inTime.use()).toBe(true)
  scene.advance(1)
  expect(await late.use()).toBe(false)
  scene.advance(idle - 2)
  expect(await inTime.use()).toBe(true)
})

test.each(table)(
  '$scheme, $audience: used all along it ends after $absolute s',
  async ({ scheme, audience, idle, absolute }) => {
    const session = await signedIn(scheme, audience)
    const step = Math.floor(idle / 2)
    let passed = 0
    for (; passed + step < absolute; passed += step) {
      scene.advance(step)
      expect(await session.use(), `after ${String(passed + step)} s`).toBe(true)
    }
    scene.advance(absolute - passed - 1)
    expect(await session.use()).toBe(true)
    scene.advance(1)
    expect(await session.use()).toBe(false)
  },
)

test.each(['shop', 'staff'] as const)('%s: an access token is good for 15 minutes', async (audience) => {
  const { access_token } =
    audience === 'shop' ? await scene.login() : await scene.login(OWNER, PASSWORD, 'loginStaff')
  scene.advance(15 * 60 - 1)
  expect(await scene.authenticate(access_token)).not.toBeNull()
  scene.advance(1)
  expect(await scene.authenticate(access_token)).toBeNull()
})
