import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fewAtOnce, fewOrUnavailable } from '../few-at-once.ts'

test('never runs more than it may, runs all who wait, and turns away the rest', async () => {
  const inTurn = fewAtOnce(3, 10)
  let running = 0
  let most = 0
  const work = async () => {
    running += 1
    most = Math.max(most, running)
    await sleep(5)
    running -= 1
    return 'done'
  }
  const answers = await Promise.all(Array.from({ length: 20 }, () => inTurn(work)))
  expect(most).toBe(3)
  expect(answers.filter((answer) => answer === 'done')).toHaveLength(13)
  expect(answers.filter((answer) => answer === undefined)).toHaveLength(7)
  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(await inTurn(work)).toBe('done')
})

test('refuses what would wait behind too many, and tells when to come back', async () => {
  const inTurn = fewOrUnavailable(1, 1, 7)
  const nothing = () => sleep(5).then(() => undefined)
  const [first, second, third] = await Promise.allSettled([inTurn(nothing), inTurn(nothing), inTurn(nothing)])
  expect([first.status, second.status]).toEqual(['fulfilled', 'fulfilled'])
  expect(third).toMatchObject({ reason: { code: 'UNAVAILABLE', retryAfterSeconds: 7 } })
})
