import { afterEach, beforeEach, expect, test } from 'vitest'
import { failureOf, recoveryScene, type RecoveryScene } from './recovery-scene.ts'
import { EMAIL } from './scene.ts'

let scene: RecoveryScene
beforeEach(async () => {
  scene = await recoveryScene()
  await scene.account()
})
afterEach(() => scene.h.close())

test('an address gets only so many mails, whether or not it is known', async () => {
  const answers: unknown[][] = []
  for (const email of [EMAIL, 'ghost@example.com']) {
    const given: unknown[] = []
    for (let round = 0; round < 4; round++) given.push(await failureOf(scene.forgot(email)))
    answers.push(given)
  }
  expect(answers[0]).toEqual(answers[1])
  expect(answers[0]?.[2]).toBe('no failure')
  expect(answers[0]?.[3]).toContain('IDENTITY_TOO_MANY_TRIES')
  expect(await scene.events('identity.password-reset-requested.v1')).toHaveLength(3)
  scene.advance(60)
  expect(await failureOf(scene.forgot())).toBe('no failure')
})

test('a network must solve something after 15 steps and is slowed after 30, whatever addresses it names', async () => {
  const ip = '203.0.113.9'
  const codes: unknown[] = []
  for (let round = 0; round < 16; round++) {
    const email = `user${round}@example.com`
    codes.push(await failureOf(scene.h.call('forgotPassword', { email }, { ip })))
  }
  expect(codes.findIndex((code) => code !== 'no failure')).toBe(15)
  expect(codes[15]).toContain('IDENTITY_CHALLENGE_REQUIRED')
  const guesses: unknown[] = []
  for (let round = 0; round < 16; round++) {
    guesses.push(await failureOf(scene.h.call('verifyResetCode', { email: EMAIL, otp: '123456' }, { ip })))
  }
  expect(guesses[14]).toContain('IDENTITY_RESET_CODE_INVALID')
  expect(guesses[15]).toContain('IDENTITY_TOO_MANY_TRIES')
  expect(await failureOf(scene.forgot())).toBe('no failure')
})

test('staff who are recovered get only so many mails', async () => {
  await scene.staff('olga@example.com')
  await scene.staff('carl@example.com', 'staff')
  const olga = await scene.idOf('olga@example.com')
  const carl = await scene.idOf('carl@example.com')
  const principal = await scene.byFactor((await scene.enrol(olga)).secret, 'olga@example.com', 'loginStaff')
  for (let round = 0; round < 3; round++) await scene.h.call('allowRecovery', { id: carl }, { principal })
  expect(await failureOf(scene.h.call('allowRecovery', { id: carl }, { principal }))).toContain(
    'IDENTITY_TOO_MANY_TRIES',
  )
})
