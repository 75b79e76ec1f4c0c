// Guessing is slow, over all processes: guarded by the counts of modules/identity/store/throttle-rows.ts and the
// one-statement uses of tokens and challenges.
// Planted and seen to fail: counts of its own in each process. Tokens and challenges without their conditions are
// caught in modules/identity/test.
import { randomUUID } from 'node:crypto'
import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRaceShop, type RaceShop } from '../support/race-shop.ts'
import { race, type Rival, tally } from '../support/rivals.ts'
import { newPassword } from '../support/shop-server.ts'

const agent = { 'user-agent': 'Mozilla/5.0 Firefox/128.0' }

let shop: RaceShop
beforeAll(async () => void (shop = await openRaceShop()))
afterAll(() => shop.close())

type Account = { readonly id: string; readonly email: string; readonly password: string }

async function account(): Promise<Account> {
  const [email, password] = [`${randomUUID()}@example.com`, newPassword()]
  const { id } = await client(identity, shop.beside.assembly.linkTo('identity'), 'cli').createAccount(
    backgroundContext(newId()),
    { email, full_name: 'Ada Marlow', role: 'customer', password },
  )
  return { id, email, password }
}

function login(email: string, password: string, more: object = {}, headers: object = {}): Rival {
  return {
    path: '/auth/login',
    body: { email, password, ...more },
    headers: { ...agent, ...headers },
  }
}

async function mailToken(accountId: string, purpose: 'unlock_password' | 'not_me'): Promise<string> {
  const mails = client(identity, shop.beside.assembly.linkTo('identity'), 'notifications')
  const mail = { account_id: accountId, purpose }
  return (await mails.issueMailToken(backgroundContext(newId()), mail)).token ?? ''
}

test('of 40 guesses at once five are judged, whichever process they meet', async () => {
  const { email } = await account()
  const answers = await race(
    shop.server.url,
    Array.from({ length: 40 }, () => login(email, 'a wrong guess')),
  )
  expect(tally(answers)).toEqual({ '401 IDENTITY_WRONG_CREDENTIALS': 5, '429 IDENTITY_TOO_MANY_TRIES': 35 })
})

test('the hundredth wrong password of many at once disables the password once', async () => {
  await shop.beside.db.run(sql`DELETE FROM identity.throttle`)
  const { id, email } = await account()
  await shop.beside.db.run(sql`UPDATE identity.passwords SET failures = 98 WHERE account_id = ${id}`)
  await race(
    shop.server.url,
    Array.from({ length: 10 }, () => login(email, 'a wrong guess')),
  )
  const { failures, disabled } = await shop.beside.db.one<{ failures: number; disabled: boolean }>(sql`
    SELECT failures, disabled_at IS NOT NULL AS disabled FROM identity.passwords WHERE account_id = ${id}`)
  expect({ failures, disabled }).toEqual({ failures: 100, disabled: true })
  const { told } = await shop.beside.db.one<{ told: number }>(sql`
    SELECT count(*)::int AS told FROM platform_events.events
    WHERE type = 'identity.password-disabled.v1' AND payload->>'account_id' = ${id}`)
  expect(told).toBe(1)
})

test.each([
  ['unlock_password', '/auth/unlock'],
  ['not_me', '/auth/not-me'],
] as const)('the token of a mail (%s) works once of 50 times at once', async (purpose, path) => {
  const { id } = await account()
  await shop.beside.db.run(sql`
    UPDATE identity.passwords SET disabled_at = now(), disabled_reason = 'guessed' WHERE account_id = ${id}`)
  const token = await mailToken(id, purpose)
  const answers = await race(
    shop.server.url,
    Array.from({ length: 50 }, () => ({ path, body: { token }, headers: agent })),
  )
  expect(tally(answers)).toEqual({ '200': 1, '400 IDENTITY_TOKEN_INVALID': 49 })
})

test('one solved challenge lets one of 50 through', async () => {
  await shop.beside.db.run(sql`DELETE FROM identity.throttle`)
  const asked = await fetch(`${shop.server.url}/api/v1/auth/challenge`)
  const { kind, ...challenge } = (await asked.json()) as { kind: string } & Challenge
  expect(kind).toBe('proof_of_work')
  const solution = await solveChallenge({ challenge, deriveKey })
  const challenge_response = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
  const scanner = { 'user-agent': 'sqlmap/1.8' }
  const answers = await race(
    shop.server.url,
    Array.from({ length: 50 }, (_, number) =>
      login(`user${String(number)}@example.com`, 'a wrong guess', { challenge_response }, scanner),
    ),
  )
  expect(tally(answers)).toEqual({
    '401 IDENTITY_WRONG_CREDENTIALS': 1,
    '403 IDENTITY_CHALLENGE_REQUIRED': 49,
  })
})
