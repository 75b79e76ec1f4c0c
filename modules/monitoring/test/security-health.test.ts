import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { monitoringModule } from '../module.ts'
import { NOW, sound } from './scene.ts'

type Health = {
  score: number
  grade: string
  findings: { check: string; state: string; title: string; found: string; where: string | null }[]
  history: { day: string; score: number }[]
}

let now = new Date(NOW)
let down = false
const answers = {
  identity: {
    identityHealth: () =>
      down ? Promise.reject(new Error('down')) : Promise.resolve({ ...sound.people, staff_with_passkey: 3 }),
  },
  audit: {
    countActions: ({ actions, days }: { actions: string[]; days: number }) =>
      Promise.resolve({
        items: actions.map((action) => ({
          action,
          per_day: Array.from({ length: days }, (_, day) =>
            action === 'authn_login_fail' && day === 0 ? 30 : 0,
          ),
        })),
      }),
  },
}

let h: Awaited<ReturnType<typeof testModule>>
beforeAll(async () => void (h = await testModule(monitoringModule, { clock: () => now, stubs: answers })))
afterAll(() => h.close())

const staff = (...permissions: string[]): Principal => ({
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  role: 'admin',
  permissions,
})

const health = (input: object = {}): Promise<Health> =>
  h.call('securityHealth', input, { principal: staff('monitoring:read') })
const find = ({ findings }: Health, check: string) => findings.find((finding) => finding.check === check)

test('the numbers of others are judged and said', async () => {
  const answer = await health()
  expect(find(answer, 'passkeys')).toEqual({
    check: 'passkeys',
    title: 'Passkeys of staff',
    state: 'attention',
    found: '3 of 4 members of staff have a passkey.',
    advice: expect.stringContaining('passkey') as string,
    where: '/users',
    points: 4,
    weight: 6,
  })
  expect(find(answer, 'failed-sign-ins')).toMatchObject({
    state: 'attention',
    found: '30 in the last 24 hours; 0 a day is usual here.',
  })
  expect(find(answer, 'super-admins')).toMatchObject({ state: 'good', where: null })
  expect(answer.score).toBeGreaterThan(0)
})

test('the packages that are installed are held against their floors', async () => {
  expect(find(await health(), 'packages')).toMatchObject({
    state: 'good',
    found: expect.stringMatching(/^None of \d{3,} installed packages/) as string,
  })
})

test('the words come in the language that is asked for', async () => {
  expect(find(await health({ language: 'de' }), 'passkeys')?.found).toBe(
    '3 von 4 im Team haben einen Passkey.',
  )
  await expect(health({ language: 'fr' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
})

test('whoever does not answer makes checks unknown and the score lower, and nothing fails', async () => {
  const before = await health()
  down = true
  const after = await health()
  down = false
  expect(find(after, 'second-factors')).toMatchObject({ state: 'unknown', where: null })
  expect(after.score).toBeLessThan(before.score)
})

test('the score of a day is kept once, and old days are forgotten', async () => {
  await h.runSchedule('record-score')
  await h.runSchedule('record-score')
  now = new Date(NOW + 86_400_000)
  await h.runSchedule('record-score')
  const { history, score } = await health()
  expect(history).toEqual([
    { day: '2026-01-15', score },
    { day: '2026-01-16', score },
  ])
  now = new Date(NOW + 120 * 86_400_000)
  await h.runSchedule('record-score')
  expect((await health()).history).toHaveLength(1)
  now = new Date(NOW)
})

test('it is for those who may see it', async () => {
  await expect(h.call('securityHealth', {}, { principal: staff('audit:read') })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  await expect(h.call('securityHealth', {})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
})
