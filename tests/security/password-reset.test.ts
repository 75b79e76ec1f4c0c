// A password that is set in one server ends the sessions in another: both have processes of their own on one database.
import { randomUUID } from 'node:crypto'
import { identity } from '@rampart/contracts/identity.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { client } from '@rampart/platform/contract/client.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Runtime } from '../../apps/server/boot/runtime.ts'
import { call } from '../support/api.ts'
import { openBeside } from '../support/shelf.ts'
import { newPassword, removeData, type ShopServer, startShop } from '../support/shop-server.ts'

const BOUND_MS = 1_000

let here: ShopServer
let there: ShopServer
let beside: Runtime

beforeAll(async () => {
  here = await startShop({ processes: 1 })
  const env = { PUBLIC_URL: `http://localhost:${String(here.port)}` }
  there = await startShop({ processes: 1, dataDir: here.dataDir, env })
  beside = await openBeside(here.dataDir)
})
afterAll(async () => {
  await beside.close()
  await there.stop()
  await here.stop()
  await removeData(here.dataDir)
})

type Person = { readonly id: string; readonly email: string; readonly password: string }

async function newPerson(): Promise<Person> {
  const accounts = client(identity, beside.assembly.linkTo('identity'), 'cli')
  const email = `${randomUUID()}@example.com`
  const password = newPassword()
  const made = { email, full_name: 'Ada', role: 'customer' as const, password }
  const { id } = await accounts.createAccount(backgroundContext(newId()), made)
  return { id, email, password }
}

async function signIn({ email, password }: Person, server: ShopServer): Promise<string> {
  const { status, body } = await call(server.url, 'POST', '/auth/login', { email, password })
  expect(status).toBe(200)
  return (body as unknown as { access_token: string }).access_token
}

async function me(server: ShopServer, token: string): Promise<number> {
  return (await call(server.url, 'GET', '/auth/me', undefined, { token })).status
}

/** Waits for the other server to refuse a token. Answers milliseconds. */
async function refusedAfter(server: ShopServer, token: string): Promise<number> {
  const start = performance.now()
  while ((await me(server, token)) !== 401) {
    if (performance.now() - start > 10 * BOUND_MS) throw new Error('The token is good for ever.')
  }
  return performance.now() - start
}

test('a reset ends every session, in every process, and signs nobody in', async () => {
  const person = await newPerson()
  const mails = client(identity, beside.assembly.linkTo('identity'), 'notifications')
  const token = await signIn(person, there)
  expect(await me(there, token)).toBe(200)
  const { email } = person
  expect((await call(here.url, 'POST', '/auth/password/forgot', { email })).status).toBe(202)
  const about = { account_id: person.id, purpose: 'reset_otp' as const }
  // The mail that was asked for makes a code too, and the newest one counts.
  await expect
    .poll(async () => {
      const { token: otp } = await mails.issueMailToken(backgroundContext(newId()), about)
      const answer = await call(here.url, 'POST', '/auth/password/verify-otp', { email, otp })
      if (answer.status !== 200) return answer.status
      const { reset_token } = answer.body as unknown as { reset_token: string }
      const reset = { reset_token, new_password: newPassword() }
      const { status, headers, body } = await call(here.url, 'POST', '/auth/password/reset', reset)
      expect(headers.get('set-cookie')).toBeNull()
      expect(body).toEqual({ status: 'password_reset' })
      return status
    })
    .toBe(200)
  expect(await refusedAfter(there, token)).toBeLessThan(BOUND_MS)
  const old = await call(there.url, 'POST', '/auth/login', { email, password: person.password })
  expect(old.status).toBe(401)
})

test('a change of the password ends all sessions but the one that makes it', async () => {
  const person = await newPerson()
  const [own, other] = [await signIn(person, here), await signIn(person, there)]
  expect([await me(there, other), await me(there, own)]).toEqual([200, 200])
  const wish = { new_password: newPassword(), current_password: person.password }
  expect((await call(here.url, 'PUT', '/auth/password', wish, { token: own })).status).toBe(200)
  expect(await refusedAfter(there, other)).toBeLessThan(BOUND_MS)
  expect(await me(there, own)).toBe(200)
})

test('known and unknown addresses are answered alike in status, headers and body', async () => {
  const { email } = await newPerson()
  const answers = []
  for (const each of [email, `${randomUUID()}@example.com`]) {
    const asked = await call(here.url, 'POST', '/auth/password/forgot', { email: each })
    const checked = await call(here.url, 'POST', '/auth/password/verify-otp', { email: each, otp: '000000' })
    for (const { status, headers, body } of [asked, checked]) {
      answers.push({ status, names: [...headers.keys()].sort(), body: { ...body, request_id: null } })
    }
  }
  expect(answers.slice(0, 2)).toEqual(answers.slice(2))
})
