import { afterAll, beforeAll, expect, test } from 'vitest'
import { isIndistinguishable, measureLeak } from '../support/timing.ts'
import { knownEmail, timingScene, unknownEmail } from '../support/timing-scene.ts'

// As timing.test.ts, for what ends in a mail: beside it, so that both cores are in use.

const LIMIT = { timeout: 600_000 }

let scene: Awaited<ReturnType<typeof timingScene>>
beforeAll(async () => void (scene = await timingScene()))
afterAll(() => scene.h.close())

test('register', LIMIT, async () => {
  const person = { password: 'correct horse battery staple', full_name: 'Ada Marlow' }
  const register = (email: string) => scene.knock('register', { ...person, email })
  const seen = new Set<unknown>()
  const leak = await measureLeak({
    between: scene.nextDay,
    known: async (round) => seen.add(await register(knownEmail(round))),
    unknown: async (round) => seen.add(await register(`${String(round)}${unknownEmail(round)}`)),
  })
  expect([...seen]).toEqual([null])
  expect(leak).toSatisfy(isIndistinguishable)
})

test.each(['forgotPassword', 'resendVerification'])('%s', LIMIT, async (operation) => {
  const ask = (email: string) => scene.knock(operation, { email })
  const seen = new Set<unknown>()
  const leak = await measureLeak({
    between: scene.nextDay,
    known: async (round) => seen.add(await ask(knownEmail(round))),
    unknown: async (round) => seen.add(await ask(unknownEmail(round))),
  })
  expect([...seen]).toEqual([null])
  expect(leak).toSatisfy(isIndistinguishable)
})
