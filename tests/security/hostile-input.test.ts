import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from '@rampart/platform/db/sql.ts'
import type { Route } from '@rampart/platform/http/route-table.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessMatrix } from '../support/access-matrix.ts'
import {
  assertProblem,
  type Attack,
  attack,
  queryOf,
  replaceAt,
  wellFormed,
  withKey,
} from '../support/attack.ts'
import { hostileTexts } from '../support/hostile.ts'
import {
  type Account,
  type InProcessShop,
  openInProcessShop,
  type SendOptions,
  type Sent,
} from '../support/in-process-shop.ts'
import { multipartBody, pathWith } from '../support/requests.ts'
import { inputSchema, sampleInput } from '../support/sample-input.ts'
import { moveIn, putOnSale } from '../support/scenery.ts'
import { allTables, storedState } from '../support/stored-state.ts'

// Seen to fail: a date before the year 1 let into a filter, where it is no date to the database.

/** Printed with every failure, together with the request that was shrunk to; change it to look elsewhere. */
const SEED = 20_260_301
const LIMIT_MS = 45_000

let shop: InProcessShop
let tables: string[]
const people: {
  name: string
  account?: Account
  ids: Record<string, string>
  cartToken?: string | undefined
}[] = []

beforeAll(async () => {
  shop = await openInProcessShop()
  tables = await allTables(shop.db)
  const article = await putOnSale(shop)
  for (const role of [null, 'customer', 'super_admin'] as const) {
    const account = role === null ? undefined : await shop.account(role)
    const things = await moveIn(shop, article, role === 'customer' ? account : undefined)
    const ids = Object.fromEntries(
      Object.entries({ ...article, ...things }).map(([name, id]) => [name, id ?? randomUUID()]),
    )
    people.push({
      name: role ?? 'guest',
      ids,
      cartToken: things.cartToken,
      ...(account === undefined ? {} : { account }),
    })
  }
})
afterAll(() => shop.close())

test(
  'whatever is sent to whichever door by whomever: answered or refused in our own words, and the refused leaves nothing',
  { timeout: 4 * LIMIT_MS },
  async () => {
    const routes = [...shop.routes]
    const tally = new Map<number, number>()
    let state = await storedState(shop.db, tables)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(routes.length - 1),
        fc.nat(11),
        fc.boolean(),
        attack,
        async (at, someone, known, how) => {
          const route = routes[at]!
          const who = someone < 3 ? someone : whoMay(route)
          const sent = await strike(route, people[who]!, known, how)
          tally.set(sent.status, (tally.get(sent.status) ?? 0) + 1)
          const place = `${people[who]!.name} ${route.method} ${route.path}: ${sent.text.slice(0, 400)}`
          expect(sent.status, place).toBeLessThan(500)
          if (sent.status >= 400) assertProblem(sent, place)
          const before = state
          state = await storedState(shop.db, tables)
          if (sent.status >= 400) expect(state, place).toEqual(before)
          // Wrong tries come from one network here: forgotten, so that the next requests are looked at too.
          if (sent.status === 429) {
            await shop.db.run(sql`DELETE FROM identity.throttle`)
            await shop.db.run(sql`DELETE FROM pricing.tries`)
          }
          if (sent.status < 300 && route.name === 'requestErasure') {
            people[who]!.account = await shop.account('customer')
            state = await storedState(shop.db, tables)
          }
          if (sent.status < 300 && route.contract === 'identity' && (await isOut(people[who]!))) {
            await signInAgain(people[who]!)
            state = await storedState(shop.db, tables)
          }
        },
      ),
      { seed: SEED, numRuns: 20_000, interruptAfterTimeLimit: LIMIT_MS, markInterruptAsFailure: false },
    )
    const total = [...tally.values()].reduce((sum, count) => sum + count, 0)
    const told = [...tally].sort().map(([status, count]) => `${String(status)}: ${String(count)}`)
    console.info(`${String(total)} hostile requests, seed ${String(SEED)}: ${told.join(', ')}`)
    expect(total).toBeGreaterThan(300)
    // A third that was let in would mean that the attacks are none; none, that only the first check was met.
    expect(tally.get(200) ?? 0).toBeGreaterThan(0)
  },
)

test('every field of every question meets every hostile text: no answer is a bug, and none writes', async () => {
  const before = await storedState(shop.db, tables)
  let asked = 0
  for (const route of shop.routes.filter((one) => one.method === 'GET')) {
    const person = people[whoMay(route)]!
    const path = pathWith(route.path, (name) => person.ids[name] ?? '320')
    const fields = Object.keys(inputSchema(route).properties ?? {}).filter(
      (name) => !route.path.includes(`:${name}`),
    )
    for (const field of fields) {
      for (const text of hostileTexts) {
        const query = new URLSearchParams([[field, text.toWellFormed()]]).toString()
        const sent = await shop.send('GET', `${path}?${query}`, { token: person.account?.token })
        asked += 1
        const place = `${route.path}?${query}: ${sent.text.slice(0, 300)}`
        expect(sent.status, place).toBeLessThan(500)
        if (sent.status >= 400) assertProblem(sent, place)
      }
    }
  }
  expect(asked).toBeGreaterThan(1_500)
  expect(await storedState(shop.db, tables)).toEqual(before)
}, 120_000)

/** Somebody whom the operation lets in: three of four requests come from them, so that more than the door is tried. */
function whoMay(route: Route): number {
  const allowed = accessMatrix[`${route.contract}.${route.name}`] ?? []
  return people.findIndex((person) => allowed.some((caller) => caller === person.name))
}

async function isOut({ account }: (typeof people)[number]): Promise<boolean> {
  if (account === undefined) return false
  return (await shop.send('GET', '/auth/me', { token: account.token })).status === 401
}

async function signInAgain(person: (typeof people)[number]): Promise<void> {
  if (person.account === undefined) return
  await shop.db.run(sql`DELETE FROM identity.throttle`)
  const { account } = person
  // Somebody new where the password was changed on the way.
  person.account = await shop.signIn(account).then(
    (token) => ({ ...account, token }),
    () => shop.account(account.role),
  )
}

/** Sends a request that is right but for one thing. */
async function strike(
  route: Route,
  person: (typeof people)[number],
  known: boolean,
  how: Attack,
): Promise<Sent> {
  const idOf = (name: string): string => (known ? person.ids[name] : undefined) ?? randomUUID()
  const input = sampleInput(route, idOf)
  const inPath = [...route.path.matchAll(/:([a-z_]+)/g)].map((match) => match[1] ?? '')
  const path = pathWith(route.path, (name) =>
    how.kind === 'path' ? wellFormed(how.value) : name === 'width' ? '320' : idOf(name),
  )
  for (const name of inPath) delete input[name]
  if (how.kind === 'replace') replaceAt(input, how.at, how.value)
  if (how.kind === 'drop') replaceAt(input, how.at, undefined)
  const fields = how.kind === 'add' ? { ...input, ...withKey(how.name, how.value) } : input

  const inQuery = route.method === 'GET' || route.method === 'DELETE'
  const query = how.kind === 'query' ? how.query : inQuery ? queryOf(fields) : ''
  const headers: Record<string, string> = {}
  if (how.kind === 'type') headers['content-type'] = how.type
  if (how.kind === 'header') headers[how.name] = how.value
  const options: SendOptions = {
    token: person.account?.token,
    cartToken: person.cartToken,
    headers,
    ...(how.kind === 'body' ? { body: how.body } : inQuery ? {} : { body: fields }),
  }
  const url = query === '' ? path : `${path}?${query}`
  if (route.http.body === 'multipart' && how.kind !== 'body' && how.kind !== 'type') {
    const file = multipartBody(how.kind === 'replace' ? String(JSON.stringify(how.value)) : 'x', {})
    return shop.send(route.method, url, { ...options, ...file, headers: { ...headers, ...file.headers } })
  }
  return shop.send(route.method, url, options)
}
