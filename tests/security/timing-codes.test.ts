import { afterAll, beforeAll, expect, test } from 'vitest'
import { isIndistinguishable, measureLeak } from '../support/timing.ts'
import { knownEmail, timingScene, unknownEmail } from '../support/timing-scene.ts'

// As timing.test.ts, for the six digits of a reset: known accounts have a code that waits.

const LIMIT = { timeout: 600_000 }

let scene: Awaited<ReturnType<typeof timingScene>>
beforeAll(async () => void (scene = await timingScene()))
afterAll(() => scene.h.close())

test('a wrong code for a known and for an unknown address', LIMIT, async () => {
  const seen = new Set<unknown>()
  const check = async (email: string) =>
    seen.add(await scene.knock('verifyResetCode', { email, otp: '12345 6' }))
  const leak = await measureLeak({
    between: async (round) => {
      scene.nextDay()
      const code = { account_id: scene.accountId(round), purpose: 'reset_otp' }
      let token: string | null = '123456'
      while (token === '123456') {
        const issued: { token: string | null } = await scene.h.call('issueMailToken', code, {
          caller: 'notifications',
        })
        token = issued.token
      }
    },
    known: (round) => check(knownEmail(round)),
    unknown: (round) => check(unknownEmail(round)),
  })
  expect([...seen]).toEqual(['IDENTITY_RESET_CODE_INVALID'])
  expect(leak).toSatisfy(isIndistinguishable)
})
