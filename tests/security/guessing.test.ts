import { randomUUID } from 'node:crypto'
import { sql } from '@rampart/platform/db/sql.ts'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Account, type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'

// What a stranger sees of an account that exists and of one that does not, answer by answer: status, every header and
// the whole body. Seen to fail with a code of its own for disabled passwords.

let shop: InProcessShop
let account: Account
beforeAll(async () => {
  shop = await openInProcessShop()
  account = await shop.account('customer')
})
afterAll(() => shop.close())

/** All of an answer but what differs between any two: its number, and the moment. */
function shape({ status, headers, text }: Sent): unknown {
  const { date, 'x-request-id': _id, ...rest } = headers
  expect(date === undefined || typeof date === 'string').toBe(true)
  const body = JSON.parse(text) as Record<string, unknown>
  if ('request_id' in body) body['request_id'] = 'some'
  if ('instance' in body) body['instance'] = 'some'
  return { status, headers: { ...rest, 'content-length': 'some' }, body }
}

async function solved(): Promise<string> {
  const challenge = (await shop.send('GET', '/auth/challenge')).body as unknown as Challenge
  const { parameters, signature } = challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge: { parameters, signature }, solution })).toString('base64')
}

const agent = { 'user-agent': 'Mozilla/5.0 Firefox/128.0' }

async function guess(email: string, more: object = {}, path = '/auth/login'): Promise<Sent> {
  const body = { email, password: 'a wrong guess', ...more }
  return shop.send('POST', path, { body, headers: agent })
}

/** Ends every wait, as time would. */
async function waitOver(): Promise<void> {
  await shop.db.run(sql`UPDATE identity.throttle SET blocked_until = now() - interval '1 second'`)
}

/** Both stand in a wait of the same length; between two answers a second may end. */
async function compareWaits(stranger: string, path: string): Promise<void> {
  await shop.db.run(sql`UPDATE identity.throttle SET blocked_until = now() + interval '100 seconds'`)
  const [known, unknown] = [await guess(account.email, {}, path), await guess(stranger, {}, path)]
  const seconds = (answer: Sent): number => Number(answer.headers['retry-after'])
  expect(known.status).toBe(429)
  expect(Math.abs(seconds(known) - seconds(unknown))).toBeLessThanOrEqual(5)
  const told = { 'retry-after': 'some' }
  expect(shape({ ...unknown, headers: { ...unknown.headers, ...told } })).toEqual(
    shape({ ...known, headers: { ...known.headers, ...told } }),
  )
}

test.each(['/auth/login', '/auth/session', '/auth/staff/login', '/auth/staff/session'])(
  'POST %s answers guesses at a known and an unknown account alike, from the first to the challenge',
  async (path) => {
    await shop.db.run(sql`DELETE FROM identity.throttle`)
    const stranger = `${randomUUID()}@example.com`
    for (let round = 0; round < 12; round += 1) {
      const more = round >= 11 ? { challenge_response: await solved() } : {}
      const known = shape(await guess(account.email, more, path))
      const other = round >= 11 ? { challenge_response: await solved() } : {}
      const unknown = shape(await guess(stranger, other, path))
      expect(unknown).toEqual(known)
      if (round >= 5) await compareWaits(stranger, path)
      await waitOver()
    }
  },
)

test('a locked account and a disabled password answer as a wrong one does', async () => {
  const locked = await shop.account('customer')
  const disabled = await shop.account('customer')
  await shop.db.run(sql`
    UPDATE identity.accounts SET locked_at = now(), lock_reason = 'staff' WHERE id = ${locked.id}`)
  await shop.db.run(sql`
    UPDATE identity.passwords SET disabled_at = now(), disabled_reason = 'guessed' WHERE account_id = ${disabled.id}`)
  await shop.db.run(sql`DELETE FROM identity.throttle`)
  const answers = [
    await guess(`${randomUUID()}@example.com`),
    await guess(locked.email, { password: locked.password }),
    await guess(disabled.email, { password: disabled.password }),
  ].map(shape)
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('links of mails change nothing when a program opens them', async () => {
  for (const path of [
    '//unlock',
    '//not-me',
    '//admin/unlock',
    '//admin/not-me',
    '/auth/unlock',
    '/auth/not-me',
  ]) {
    const before = await shop.db.one(
      sql`SELECT count(*) FROM identity.one_time_tokens WHERE used_at IS NOT NULL`,
    )
    const { status } = await shop.send('GET', `${path}?token=${'x'.repeat(43)}`)
    if (!path.startsWith('//')) expect(status).toBe(405)
    expect(
      await shop.db.one(sql`SELECT count(*) FROM identity.one_time_tokens WHERE used_at IS NOT NULL`),
    ).toEqual(before)
  }
})
