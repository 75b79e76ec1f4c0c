import { identity } from '@rampart/contracts/identity.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isIndistinguishable, measureLeak } from '../support/timing.ts'
import { knownEmail, timingScene, unknownEmail } from '../support/timing-scene.ts'

// No answer may take longer, or shorter, for an address that has an account. Seen to fail: a login that hashes nothing
// for unknown accounts.

const LIMIT = { timeout: 600_000 }

let scene: Awaited<ReturnType<typeof timingScene>>
beforeAll(async () => void (scene = await timingScene()))
afterAll(() => scene.h.close())

test('login', LIMIT, async () => {
  const login = (email: string) => scene.knock('login', { email, password: 'a wrong guess' })
  const seen = new Set<unknown>()
  const leak = await measureLeak({
    between: scene.nextDay,
    known: async (round) => seen.add(await login(knownEmail(round))),
    unknown: async (round) => seen.add(await login(unknownEmail(round))),
  })
  expect([...seen]).toEqual(['IDENTITY_WRONG_CREDENTIALS'])
  expect(leak).toSatisfy(isIndistinguishable)
})

test('the digits of a reset, while the account has some', LIMIT, async () => {
  const verify = (email: string) => scene.knock('verifyResetCode', { email, otp: '000000' })
  const seen = new Set<unknown>()
  const leak = await measureLeak({
    between: async (round) => {
      const mail = { account_id: scene.accountId(round), purpose: 'reset_otp' }
      await scene.h.call('issueMailToken', mail, { caller: 'notifications' })
    },
    known: async (round) => seen.add(await verify(knownEmail(round))),
    unknown: async (round) => seen.add(await verify(unknownEmail(round))),
  })
  expect([...seen]).toEqual(['IDENTITY_RESET_CODE_INVALID'])
  expect(leak).toSatisfy(isIndistinguishable)
})

test('the options of a passkey say nothing about an account: nobody is named when they are asked for', () => {
  const { input } = identity.operations.startPasskeyAuthentication
  expect(Object.keys(input.shape).sort()).toEqual(['audience', 'mfa_token', 'purpose', 'scheme'])
})

test('a leak of 5 ms is caught by the same measure', LIMIT, async () => {
  const verify = (email: string) => scene.knock('verifyResetCode', { email, otp: '000000' })
  const leak = await measureLeak({
    known: async (round) => {
      await verify(knownEmail(round))
      await new Promise((resolve) => setTimeout(resolve, 5))
    },
    unknown: (round) => verify(unknownEmail(round)),
  })
  expect(leak).not.toSatisfy(isIndistinguishable)
  expect(leak.low).toBeGreaterThan(2)
})
