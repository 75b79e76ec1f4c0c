// One key, one order: guarded by takeKey in platform/http/idempotency-store.ts and, behind it, by the unique key of
// checkout.processes.
// Planted and seen to fail: answers of takeKey ignored; the same with a fresh key for each process (100 orders); a scope
// without the caller; forgetProcess left out (a loser's process stays); freeKey left out (a loser's key stays taken).
import { randomUUID } from 'node:crypto'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectSound, openRaceShop, type RaceShop } from '../support/race-shop.ts'
import { buyer, race, type Rival, type RivalAnswer, tally } from '../support/rivals.ts'
import { stockShelf } from '../support/shelf.ts'

const RIVALS = 100

let shop: RaceShop

beforeAll(async () => {
  shop = await openRaceShop()
})
afterAll(() => shop.close())

/** Sends one request. */
async function ask(request: Rival): Promise<RivalAnswer> {
  const [answer] = await race(shop.server.url, [request])
  if (answer === undefined) throw new Error('There is no answer.')
  return answer
}

async function ordersOf(variantId: string): Promise<number> {
  const { count } = await shop.beside.db.one<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM orders.items WHERE variant_id = ${variantId}`,
  )
  return count
}

async function anArticle(quantity: number): Promise<string> {
  const [variantId = ''] = await stockShelf(shop.beside, [{ quantity }])
  return variantId
}

test('100 parallel orders with one key are one order; the others hear that it runs or get its answer', async () => {
  const variant_id = await anArticle(1_000)
  const request = buyer([{ variant_id, quantity: 2 }])
  const answers = await race(
    shop.server.url,
    Array.from({ length: RIVALS }, () => request),
  )
  const counts = tally(answers)
  expect(Object.keys(counts).sort()).toEqual(['201', '409 IDEMPOTENCY_IN_PROGRESS'])
  expect(new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text)).size).toBe(1)
  const replayed = await ask(request)
  expect(replayed.text).toBe(answers.find(({ status }) => status === 201)?.text)
  expect(await ordersOf(variant_id)).toBe(1)
})

test('the same key with another payload is 422 and orders nothing', async () => {
  const variant_id = await anArticle(10)
  const first = buyer([{ variant_id, quantity: 1 }])
  expect((await ask(first)).status).toBe(201)
  const other = await ask(buyer([{ variant_id, quantity: 2 }], first.headers?.['idempotency-key']))
  expect([other.status, other.body['code']]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED'])
  expect(await ordersOf(variant_id)).toBe(1)
})

test('the key of another caller is invisible: each gets an order of their own', async () => {
  const variant_id = await anArticle(10)
  const request = buyer([{ variant_id, quantity: 1 }])
  const [ada, ben] = [randomUUID(), randomUUID()].map((token) => ({
    ...request,
    headers: { ...request.headers, 'x-cart-token': token.replaceAll('-', '').padEnd(43, 'A') },
  }))
  if (ada === undefined || ben === undefined) throw new Error('There are two buyers.')
  const [first, second] = await race(shop.server.url, [ada, ben])
  expect([first?.status, second?.status]).toEqual([201, 201])
  expect(first?.body['id']).not.toBe(second?.body['id'])
  expect((await ask(ada)).text).toBe(first?.text)
  expect((await ask(ben)).text).toBe(second?.text)
})

test('an order without a key is 400', async () => {
  const variant_id = await anArticle(10)
  const answer = await ask({ ...buyer([{ variant_id, quantity: 1 }]), headers: {} })
  expect([answer.status, answer.body['code']]).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED'])
  expect(await ordersOf(variant_id)).toBe(0)
})

test('after an attempt that failed the key is free again', async () => {
  const variant_id = await anArticle(1)
  const request = buyer([{ variant_id, quantity: 2 }])
  expect((await ask(request)).body['code']).toBe('CHECKOUT_OUT_OF_STOCK')
  await shop.beside.db.run(sql`
    WITH received AS (
      INSERT INTO inventory.movements (variant_id, delta, reason, occurred_at)
      VALUES (${variant_id}, 1, 'received', now()) RETURNING variant_id
    )
    UPDATE inventory.levels SET on_hand = on_hand + 1 WHERE variant_id IN (SELECT variant_id FROM received)`)
  expect((await ask(request)).status).toBe(201)
  expect(await ordersOf(variant_id)).toBe(1)
})

test('the loser of a race for the last unit may use the key again', async () => {
  const variant_id = await anArticle(1)
  const requests = Array.from({ length: 20 }, () => buyer([{ variant_id, quantity: 1 }]))
  const answers = await race(shop.server.url, requests)
  expect(tally(answers)).toEqual({ '201': 1, '409 CHECKOUT_OUT_OF_STOCK': 19 })
  const loser = requests[answers.findIndex(({ status }) => status === 409)]
  if (loser === undefined) throw new Error('There is a loser.')
  expect((await ask(loser)).body['code']).toBe('CHECKOUT_OUT_OF_STOCK')
  const { open } = await shop.beside.db.one<{ open: number }>(sql`
    SELECT count(*)::int AS open FROM checkout.processes
    WHERE plan @> ${JSON.stringify({ lines: [{ variant_id }] })}::jsonb`)
  expect(open).toBe(1)
})

test('a replay after a restart of the server gives the same body', async () => {
  const variant_id = await anArticle(10)
  const request = buyer([{ variant_id, quantity: 1 }])
  const first = await ask(request)
  expect(first.status).toBe(201)
  await shop.restart()
  const replayed = await ask(request)
  expect([replayed.status, replayed.text]).toEqual([201, first.text])
  expect(await ordersOf(variant_id)).toBe(1)
})

test('after all of it every invariant holds', () => expectSound(shop))
