import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from '@rampart/platform/db/sql.ts'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Account, type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'
import { settle } from '../support/settle.ts'

// Whoever searches, in PostgreSQL or in OpenSearch (`--project opensearch`), is shown what is sold and nothing of the
// rest: no product, no word, no count. Seen to fail while words of an archived product were still suggested.

let shop: InProcessShop
const people: { name: string; token: string | undefined }[] = []
let ana: Account
const ids: Record<'open' | 'draft' | 'gone' | 'hidden', string> = {
  open: '',
  draft: '',
  gone: '',
  hidden: '',
}

async function ask<T>(token: string | undefined, method: string, path: string, body?: unknown): Promise<T> {
  const sent = await shop.send(method, path, { token, ...(body === undefined ? {} : { body }) })
  if (sent.status >= 300) throw new Error(`${method} ${path}: ${sent.text}`)
  return sent.body as unknown as T
}

const article = (word: string, status: string) => ({
  name: `Kettle ${word}`,
  brand: `Brand${word}`,
  description: `About ${word}`,
  sku: `SKU-${word}`,
  price: '9.00',
  status,
  attributes: [{ name: 'Tint', value: `Tint ${word}` }],
})

// Words that stand nowhere else.
const secrets = ['zugdraft', 'zugarchiv', 'zugandere'] as const

beforeAll(async () => {
  const url = inject('opensearch')
  shop = await openInProcessShop(
    url === undefined
      ? {}
      : { OPENSEARCH_URL: url, OPENSEARCH_PREFIX: `seen-${randomBytes(6).toString('hex')}` },
  )
  const manager = await shop.account('manager')
  ana = await shop.account('seller')
  const bo = await shop.account('seller')
  people.push({ name: 'a guest', token: undefined })
  people.push({ name: 'a customer', token: (await shop.account('customer')).token })
  people.push({ name: 'another seller', token: bo.token })
  await shop.startWork()
  const make = async (token: string, body: object) =>
    (await ask<{ id: string }>(token, 'POST', '/products', body)).id
  ids.open = await make(manager.token, article('offen', 'published'))
  ids.draft = await make(manager.token, article(secrets[0], 'draft'))
  ids.gone = await make(manager.token, article(secrets[1], 'published'))
  ids.hidden = await make(ana.token, article(secrets[2], 'draft'))
  await found(undefined, secrets[1], 1)
  await ask(manager.token, 'DELETE', `/products/${ids.gone}`)
  await found(undefined, secrets[1], 0)
  await taken()
  // So long are facets kept that were asked for above.
  await sleep(11_000)
}, 240_000)
afterAll(() => shop.close())

type Found = { items: { id: string }[]; total: number; facets: unknown[]; rescue: unknown }
const search = (token: string | undefined, query: string) =>
  ask<Found>(token, 'GET', `/search?page_size=100&${query}`)

/** Until each index has taken in what changed; a busy OpenSearch may be given a minute to come back. */
async function taken(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    await settle(shop.db)
    const { left } = await shop.db.one<{ left: number }>(sql`
      SELECT (SELECT count(*) FROM search.pending) + (SELECT count(*) FROM search.opensearch_pending)
        + (SELECT count(*) FROM search.opensearch WHERE building_since IS NOT NULL) AS left`)
    if (left === 0) return
    await sleep(500)
  }
  throw new Error('Changes still wait to be taken in.')
}

// The index is as late as an event, and answers are kept for seconds.
async function found(token: string | undefined, q: string, total: number): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    const answer = await search(token, `q=${q}`)
    if (answer.total === total && answer.items.length === total) return
    await sleep(500)
  }
  throw new Error(`Not ${String(total)} found for ${q}.`)
}

const questions = [
  'q=kettle',
  '',
  'sort=-price',
  'in_stock=false&sort=name',
  ...secrets.flatMap((word) => [
    `q=${word}`,
    `brand=Brand${word}`,
    `filter=tint:Tint%20${word}`,
    `q=SKU-${word}`,
  ]),
]

test.each(['a guest', 'a customer', 'another seller'])(
  '%s finds what is sold and nothing else',
  async (name) => {
    const person = people.find((one) => one.name === name)
    if (person === undefined) throw new Error(`Nobody is called ${name}.`)
    for (const query of questions) {
      const answer = await search(person.token, query)
      expect(answer.items.map(({ id }) => id).filter((id) => id !== ids.open)).toEqual([])
      expect(answer.total).toBeLessThanOrEqual(1)
      expect(JSON.stringify(answer.facets)).not.toMatch(/zug/i)
      if (!query.startsWith('q=')) expect(JSON.stringify(answer.rescue)).not.toMatch(/zug/i)
    }
    expect((await search(person.token, 'q=kettle')).items.map(({ id }) => id)).toEqual([ids.open])
  },
)

test('what is typed is not completed or corrected to a word that only hidden products have', async () => {
  for (const word of secrets) {
    for (const q of [word.slice(0, 5), word, `brand${word}`.slice(0, 8)]) {
      const answer = await ask<{ queries: string[]; products: unknown[]; corrected: unknown[] }>(
        undefined,
        'GET',
        `/search/suggest?q=${q}`,
      )
      expect(JSON.stringify(answer)).not.toMatch(/zug/i)
    }
    // One slip away from it.
    const slip = `${word.slice(0, -1)}x`
    expect((await search(undefined, `q=${slip}`)).rescue).toMatchObject({ corrected: [] })
  }
})

test('what is archived is not shown even by an index that has not heard of it', async () => {
  await shop.db.run(sql`UPDATE catalog.products SET status = 'archived' WHERE id = ${ids.open}`)
  await sleep(1_500)
  for (const query of ['q=kettle', 'sort=price', 'q=offen'])
    expect((await search(undefined, query)).items).toEqual([])
  const { products } = await ask<{ products: unknown[] }>(undefined, 'GET', '/search/suggest?q=offen')
  expect(products).toEqual([])
})
