import { afterEach, beforeEach, expect, test } from 'vitest'
import { EMAIL, identityScene, PASSWORD, principalOf } from './scene.ts'

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
  await scene.account()
})
afterEach(() => scene.h.close())

type Proof = { fresh_until: string; session_token: string | null; audience: string }

async function browser(): Promise<string> {
  const { session_token }: { session_token: string } = await scene.h.call('startSession', {
    email: EMAIL,
    password: PASSWORD,
  })
  return session_token
}

const known = (token: string) => scene.authenticate(token, 'session', 'shop')

async function prove(token: string): Promise<Proof> {
  const principal = principalOf(await known(token))
  return scene.h.call('stepUp', { password: PASSWORD }, { principal })
}

test('a fresh proof gives a browser another token; the one before is good for ten seconds more', async () => {
  const before = await browser()
  const { session_token, audience } = await prove(before)
  expect(audience).toBe('shop')
  if (session_token === null) throw new Error('no token')
  const [old, present] = [await known(before), await known(session_token)]
  expect(present?.session_id).toBe(old?.session_id)
  scene.advance(11)
  expect(await known(before)).toBeNull()
  expect(await known(session_token)).not.toBeNull()
})

test('ending the session ends both of its tokens', async () => {
  const before = await browser()
  const { session_token } = await prove(before)
  const principal = principalOf(await known(before))
  await scene.h.call('logout', {}, { principal })
  expect(await known(before)).toBeNull()
  expect(await known(session_token ?? '')).toBeNull()
})

test('a token two proofs old opens nothing, even within the ten seconds', async () => {
  const first = await browser()
  const second = (await prove(first)).session_token ?? ''
  const third = (await prove(second)).session_token ?? ''
  expect(await known(first)).toBeNull()
  expect(await known(second)).not.toBeNull()
  expect(await known(third)).not.toBeNull()
})

test('a program keeps its tokens', async () => {
  const pair = await scene.login()
  const principal = principalOf(await scene.authenticate(pair.access_token))
  const proof: Proof = await scene.h.call('stepUp', { password: PASSWORD }, { principal })
  expect(proof.session_token).toBeNull()
  expect(await scene.authenticate(pair.access_token)).not.toBeNull()
})

test('a wrong proof changes nothing, and five of them make it wait', async () => {
  const token = await browser()
  const principal = principalOf(await known(token))
  const guess = () => scene.h.call('stepUp', { password: 'not the password' }, { principal })
  for (let tried = 0; tried < 5; tried++) {
    await expect(guess()).rejects.toMatchObject({ code: 'IDENTITY_WRONG_CREDENTIALS' })
  }
  await expect(guess()).rejects.toMatchObject({ code: 'IDENTITY_TOO_MANY_TRIES', status: 429 })
  expect(await known(token)).not.toBeNull()
})
