import { afterEach, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { cases, CHANGE_ID, CODE, MFA_ID, TOKEN } from './account-events.ts'
import { mailScene, type SecretAsked } from './scene.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

async function open(codes: readonly string[] = [CODE]) {
  let made = 0
  const scene = await mailScene({
    token: () => TOKEN,
    secret: ({ purpose }: SecretAsked) => ({
      token: /otp|code/.test(purpose) ? (codes[made++] ?? CODE) : TOKEN,
      recipient: 'ada@example.com',
    }),
  })
  close = scene.close
  return scene
}

const clerk: Principal = {
  kind: 'staff',
  id: newId(),
  session_id: newId(),
  role: 'staff',
  permissions: ['notifications:read'],
  authenticated_at: Date.now(),
}

test('no secret is kept, listed or carried by a job', async () => {
  const scene = await open()
  const told = [
    ...cases,
    { event: 'identity.verification-requested.v1', facts: {} },
    { event: 'identity.email-change-requested.v1', facts: { change_id: CHANGE_ID } },
  ]
  for (const { event, facts } of told) await scene.h.deliver(event, { account_id: newId(), ...facts })
  const jobs = scene.h.takeJobs()
  for (const { name, payload } of jobs) {
    expect(Object.keys(payload as object)).toEqual(['message_id'])
    await scene.h.runJob(name, payload)
  }
  expect(await scene.files()).toHaveLength(cases.length + 3)
  const listed = await scene.h.call('listMessages', { limit: 100 }, { principal: clerk })
  const kept = JSON.stringify([await scene.rows(), listed, jobs])
  for (const secret of [TOKEN, CODE, '048 213', 'token=']) expect(kept).not.toContain(secret)
  expect((listed as { items: object[] }).items).toHaveLength(cases.length + 3)
})

test('both mails about a change of address are made once, however often the event comes', async () => {
  const scene = await open()
  const id = newId()
  const facts = { account_id: newId(), change_id: CHANGE_ID }
  await Promise.all(
    Array.from({ length: 10 }, () => scene.h.deliver('identity.email-change-requested.v1', facts, id)),
  )
  await scene.runJobs()
  expect((await scene.rows()).map(({ template, attempts }) => [template, attempts])).toEqual([
    ['confirm-new-email', 1],
    ['confirm-email-change', 1],
  ])
  expect(await scene.files()).toHaveLength(2)
})

test('a mail that is written again carries a new code', async () => {
  const scene = await open(['111111', '222222'])
  await scene.tell('identity.sign-in-code-requested.v1', { account_id: newId(), mfa_id: MFA_ID })
  // Its sender died after the mail had left and before it was marked.
  await scene.h.db.pool.query("UPDATE notifications.messages SET status = 'waiting'")
  const [row] = await scene.rows()
  await scene.h.runJob('send-message', { message_id: row?.['id'] })
  const [mail, ...others] = await scene.mails()
  expect(others).toEqual([])
  expect(mail!.text).toContain('222 222')
  expect(mail!.text).not.toContain('111 111')
})

test.each([
  [599, 'sent'],
  [601, 'failed'],
])('a code that leaves after %i seconds: %s', async (seconds, status) => {
  const scene = await open()
  const facts = { account_id: newId(), audience: 'shop' }
  await scene.h.deliver('identity.password-reset-requested.v1', facts)
  scene.advance(seconds)
  await scene.runJobs()
  expect(await scene.rows()).toMatchObject([{ status }])
  expect(await scene.files()).toHaveLength(status === 'sent' ? 1 : 0)
})
