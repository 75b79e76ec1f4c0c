import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql, unsafeSql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InProcessShop, openInProcessShop, PUBLIC_URL, type Sent } from '../support/in-process-shop.ts'
import { receiveMail } from '../support/mailbox.ts'
import { type Article, orderOf, putOnSale } from '../support/scenery.ts'
import { allTables } from '../support/stored-state.ts'

// A whole visit is played with secrets that cannot be mistaken for anything else; then everything that the shop
// wrote, stored or said is searched for them. Seen to fail with a password in an audit entry.

let shop: InProcessShop
let article: Article
/** Name → secret. */
const canaries = new Map<string, string>()
const said: { place: string; sent: Sent }[] = []

async function say(
  method: string,
  path: string,
  options: Parameters<InProcessShop['send']>[2] = {},
): Promise<Sent> {
  const sent = await shop.send(method, path, options)
  said.push({ place: `${method} ${path}`, sent })
  return sent
}

function keep(name: string, secret: unknown): string {
  if (typeof secret !== 'string' || secret.length < 20)
    throw new Error(`${name} is not a secret: ${String(secret)}`)
  canaries.set(name, secret)
  return secret
}

const home = { origin: PUBLIC_URL }
const tokenIn = (links: readonly string[]): string | undefined =>
  links.map((link) => new URL(link).searchParams.get('token')).find((token) => token !== null) ?? undefined

beforeAll(async () => {
  shop = await openInProcessShop()
  article = await putOnSale(shop)
  await shop.startWork()
  for (const encoding of ['hex', 'base64', 'base64url'] as const) {
    keep(`the master key in ${encoding}`, shop.masterKey.toString(encoding))
  }
  for (const purpose of [
    'payments:sandbox-webhook',
    'orders:tracking',
    'http:idempotency',
    'storefront:csrf',
  ]) {
    keep(`the key of ${purpose}`, shop.runtime.keys.derive(purpose).toString('base64url'))
    keep(`the key of ${purpose} in hex`, shop.runtime.keys.derive(purpose).toString('hex'))
  }
  await playVisit()
})
afterAll(() => shop.close())

/** Signs up, signs in by program and by browser, buys, pays, and does everything wrong that can be done wrong. */
async function playVisit(): Promise<void> {
  const email = `${randomUUID()}@example.com`
  const password = keep('the password', `correct-horse-${randomUUID()}`)
  const wrong = keep('a mistyped password', `wrong-horse-${randomUUID()}`)
  await say('POST', '/auth/register', { body: { email, password, full_name: 'Ada' } })
  const mail = await receiveMail(shop.dataDir, 'verify-email', email)
  const token = keep('the verification token', tokenIn(mail.links))
  await say('POST', '/auth/verify-email', { body: { token } })
  await say('POST', '/auth/verify-email', { body: { token } })
  await say('POST', '/auth/register', { body: { email, password, full_name: 'Ada', role: 'admin' } })
  await say('POST', '/auth/login', { body: { email, password: wrong } })
  await say('POST', '/auth/login', { body: { email, password: [wrong], scope: { wrong } } })
  await say('POST', '/auth/login', { body: `{"email":"${email}","password":"${password}"` })
  const pair = (await shop.send('POST', '/auth/login', { body: { email, password } })).body
  const access = keep('the access token', pair['access_token'])
  const refresh = keep('the refresh token', pair['refresh_token'])
  const session = await shop.send('POST', '/auth/session', { body: { email, password }, headers: home })
  const cookie = String([session.headers['set-cookie'] ?? []].flat()[0]).split(';', 1)[0] ?? ''
  keep('the session cookie', cookie.split('=')[1])
  await say('GET', '/auth/me', { cookie })
  await say('GET', '/auth/me', { token: access })
  await say('GET', `/orders?token=${access}`, { token: access })
  await say('PATCH', '/auth/me', { cookie, body: { full_name: 'Eve' } })
  const renewed = (await shop.send('POST', '/auth/refresh', { body: { refresh_token: refresh } })).body
  keep('the second access token', renewed['access_token'])
  keep('the second refresh token', renewed['refresh_token'])
  await say('POST', '/auth/refresh', { body: { refresh_token: refresh } })
  const key = keep('an Idempotency-Key', `key-${randomUUID()}`)
  const order = orderOf(article.variant_id)
  const placed = await shop.send('POST', '/orders', { key, body: order })
  keep('the guest’s token', placed.headers['x-cart-token'])
  const tracking = keep('the tracking token', placed.body['tracking_token'])
  const { id, payment } = placed.body as unknown as { id: string; payment: { id: string } }
  await say('GET', `/orders/${id}?token=x${tracking.slice(1)}`)
  await say('POST', `/payments/sandbox/${payment.id}/approve`, { body: {} })
  await say('POST', '/payments/webhooks/sandbox', {
    body: {},
    headers: { 'sandbox-signature': `t=1,v1=${'0'.repeat(64)}` },
  })
  await say('GET', '/auth/me', { token: `${access}x` })
  await say('GET', '/auth/me', {
    headers: { authorization: `Basic ${Buffer.from(password).toString('base64')}` },
  })
  const clerk = await shop.account('super_admin')
  keep('the owner’s password', clerk.password)
  keep('the owner’s token', clerk.token)
  await playProgram(clerk.token)
  await receiveMail(shop.dataDir, 'order-confirmation', 'ada@example.com')
  await say('POST', `/orders/${id}/refunds`, { token: clerk.token, body: { amount: '1.00' } })
  for (const path of ['/audit?limit=100', '/notifications/messages?limit=100', '/orders', '/inventory']) {
    await say('GET', path, { token: clerk.token })
  }
  await drained()
}

/** Makes a key, replaces it, and uses both, rightly and wrongly. */
async function playProgram(token: string): Promise<void> {
  const body = { name: 'Warehouse', permissions: ['orders:read'] }
  const made = (await shop.send('POST', '/api-keys', { token, body })).body
  const key = keep('an API key', made['key'])
  const path = `/api-keys/${String(made['id'])}`
  const next = (await shop.send('POST', `${path}/rotate`, { token, body: {} })).body
  const second = keep('the API key in its place', next['key'])
  await say('GET', '/orders', { token: key })
  await say('GET', '/inventory', { token: second })
  await say('GET', `/orders?token=${key}`)
  await say('GET', '/orders', { token: `${key}x` })
  await say('GET', '/api-keys', { token })
  await say('DELETE', path, { token })
  await say('GET', '/orders', { token: key })
  const proposal = {
    operation: 'payments.refundOrder',
    reason: `see ${key}`,
    input: { order_id: made['id'], reason: key },
  }
  await say('POST', '/approvals', { token, body: proposal })
}

/** Waits until every event has been handed over. */
async function drained(): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { waiting } = await shop.db.one<{ waiting: number }>(sql`
      SELECT count(*) AS waiting FROM platform_events.deliveries`)
    if (waiting === 0) return
    await sleep(100)
  }
}

const found = (text: string, except: readonly string[] = []): string[] =>
  [...canaries]
    .filter(([name, secret]) => !except.includes(name) && text.includes(secret))
    .map(([name]) => name)

describe('none of the secrets is found', () => {
  test('in anything that was logged, from debug up', () => {
    expect(shop.logged().length).toBeGreaterThan(0)
    expect(found(shop.logged())).toEqual([])
  })

  test('in any answer, beside the one that hands it out', () => {
    expect(said.length).toBeGreaterThan(15)
    for (const { place, sent } of said) {
      expect(found(JSON.stringify([sent.text, sent.headers])), place).toEqual([])
    }
  })

  test('in any row of any table: events, audit entries, jobs, stored answers', async () => {
    const tables = await allTables(shop.db)
    const queues = await shop.db.many<{ name: string }>(sql`
      SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
      WHERE table_schema = 'graphile_worker' AND table_type = 'BASE TABLE'`)
    let rows = 0
    for (const table of [...tables, ...queues.map((queue) => queue.name)]) {
      const all = await shop.db.many<{ row: string }>(unsafeSql(`SELECT t::text AS row FROM ${table} t`))
      rows += all.length
      expect(found(all.map(({ row }) => row).join('\n')), table).toEqual([])
    }
    expect(rows).toBeGreaterThan(50)
  })

  test('in the data folder, beside the links in the mails of those they are for', async () => {
    const files = await readdir(shop.dataDir, { recursive: true, withFileTypes: true })
    const names = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name))
    expect(names.length).toBeGreaterThan(1)
    for (const name of names) {
      const text = (await readFile(name, 'latin1')).replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=')
      expect(found(text, ['the verification token', 'the tracking token']), name).toEqual([])
    }
  })

  test('and each would have been found, had it been there', () => {
    expect(canaries.size).toBeGreaterThan(20)
    expect(found([...canaries.values()].join(' '))).toEqual([...canaries.keys()])
  })
})
