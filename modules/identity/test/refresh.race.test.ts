// A refresh token is spent by one guarded UPDATE. Seen to fail with `used_at IS NULL` taken out of it (50 winners), and
// with endStolenFamily taken out (the thief's replay leaves the family alive).
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identityScene } from './scene.ts'

type Pair = { access_token: string; refresh_token: string }

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
  await scene.account()
})
afterEach(() => scene.h.close())

const refresh = (refresh_token: string): Promise<Pair> => scene.h.call('refresh', { refresh_token })

/** All at once: those who got a pair. The others must be refused in the one way. */
async function rotateTogether(secret: string, times: number): Promise<Pair[]> {
  const outcomes = await Promise.allSettled(Array.from({ length: times }, () => refresh(secret)))
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ code: 'IDENTITY_REFRESH_INVALID' })
  }
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
}

test.each([2, 50])('of %i parallel rotations one wins, and the winner’s child works', async (times) => {
  const pair = await scene.login()
  const [child, ...others] = await rotateTogether(pair.refresh_token, times)
  expect(others).toEqual([])
  expect(await scene.authenticate(child?.access_token ?? '')).not.toBeNull()
  expect(await scene.authenticate(pair.access_token)).not.toBeNull()
  scene.advance(1)
  expect(await refresh(child?.refresh_token ?? '')).toMatchObject({ token_type: 'bearer' })
})

test('whoever comes with a spent token ends the family: its children, grandchildren and access tokens', async () => {
  const pair = await scene.login()
  const bystander = await scene.login()
  scene.advance(1)
  const child = await refresh(pair.refresh_token)
  scene.advance(1)
  const grandchild = await refresh(child.refresh_token)
  expect(await scene.authenticate(grandchild.access_token)).not.toBeNull()
  scene.advance(1)
  await expect(refresh(pair.refresh_token)).rejects.toMatchObject({ code: 'IDENTITY_REFRESH_INVALID' })
  for (const { access_token, refresh_token } of [pair, child, grandchild]) {
    expect(await scene.authenticate(access_token)).toBeNull()
    await expect(refresh(refresh_token)).rejects.toMatchObject({ code: 'IDENTITY_REFRESH_INVALID' })
  }
  expect(await scene.authenticate(bystander.access_token)).not.toBeNull()
  expect(await refresh(bystander.refresh_token)).toMatchObject({ token_type: 'bearer' })
  expect((await scene.audited()).filter((action) => action === 'authn_token_reuse')).toHaveLength(1)
})

test('a hundred replays end the family once', async () => {
  const pair = await scene.login()
  scene.advance(1)
  await refresh(pair.refresh_token)
  scene.advance(1)
  expect(await rotateTogether(pair.refresh_token, 100)).toEqual([])
  expect((await scene.audited()).filter((action) => action === 'authn_token_reuse')).toHaveLength(1)
})

test('a replay beside the owner’s next rotation leaves nobody signed in', async () => {
  const pair = await scene.login()
  scene.advance(1)
  const child = await refresh(pair.refresh_token)
  scene.advance(1)
  const [next] = await Promise.allSettled([
    refresh(child.refresh_token),
    refresh(pair.refresh_token).catch(() => undefined),
  ])
  const tokens = [child, ...(next?.status === 'fulfilled' ? [next.value] : [])]
  for (const { access_token, refresh_token } of tokens) {
    expect(await scene.authenticate(access_token)).toBeNull()
    await expect(refresh(refresh_token)).rejects.toMatchObject({ status: 401 })
  }
})
