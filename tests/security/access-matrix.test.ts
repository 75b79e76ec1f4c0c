import { randomUUID } from 'node:crypto'
import { type Route, routeTable } from '@rampart/platform/http/route-table.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../apps/server/modules.ts'
import { type SeededRole, seededRoles } from '../../tools/permissions/seeded-roles.ts'
import { accessMatrix, type Caller, everyCaller } from '../support/access-matrix.ts'
import {
  type Account,
  type InProcessShop,
  openInProcessShop,
  type SendOptions,
  type Sent,
} from '../support/in-process-shop.ts'
import { missingRows, nameOf } from '../support/matrix.ts'
import { ownershipMatrix } from '../support/ownership-matrix.ts'
import { declaredAt, methods, multipartBody, pathWith } from '../support/requests.ts'

// The matrix of who may do what: each operation, by its real method and path, by each caller; and each other method
// there. Whose things they reach is tried in ownership.test.ts, from the same rows. Seen to fail: a permission added to a
// role, an operation opened to guests, a row taken out.

const routes = routeTable(modules.map((module) => module.contract))

let shop: InProcessShop
const accounts = new Map<Caller, Account>()
beforeAll(async () => {
  shop = await openInProcessShop()
  for (const role of everyCaller) if (role !== 'guest') accounts.set(role, await shop.account(role))
})
afterAll(() => shop.close())

test('each public operation has a row, and each row an operation', () => {
  expect(missingRows(routes, accessMatrix, ownershipMatrix)).toEqual([])
})

test('a row that is missing, or there for nothing, is named with where it belongs', () => {
  const route = routes.find((each) => nameOf(each) === 'orders.getOrder')!
  const list = routes.find((each) => nameOf(each) === 'customers.listAddresses')!
  const anybody = { 'orders.getOrder': everyCaller, 'customers.listAddresses': everyCaller }
  const all = { 'orders.getOrder': { order_id: word }, 'customers.listAddresses': { items: word } }
  const missing = (access: object, ownership: object) =>
    missingRows([route, list], { ...anybody, ...access }, { ...all, ...ownership })
  expect(missing({}, {})).toEqual([])
  expect(missing({ 'orders.getOrder': undefined }, {})).toEqual([
    'orders.getOrder (GET /orders/:order_id) has no row for roles: say who may call it in tests/support/access-matrix.ts.',
  ])
  expect(missing({}, { 'orders.getOrder': {} })).toEqual([
    'orders.getOrder (GET /orders/:order_id) takes order_id and has no row for it: say whose that is in tests/support/ownership-matrix.ts.',
  ])
  expect(missing({}, { 'customers.listAddresses': {} })).toEqual([
    'customers.listAddresses (GET /addresses) lists items and has no row for it: say whose that is in tests/support/ownership-matrix.ts.',
  ])
  expect(missing({ 'a.gone': [] }, { 'b.gone': { id: word } })).toEqual([
    'a.gone is no public operation: take its row out of tests/support/access-matrix.ts.',
    'b.gone takes no id: take the row out of tests/support/ownership-matrix.ts.',
  ])
})

const word = { exempt: 'a word' }

const endsSessions = new Set(['identity.logout', 'identity.logoutAll'])

/** Knocks with a request that is as plain as can be: who may come in finds nothing there or hears what is missing. */
async function knock(route: Route, caller: Caller): Promise<Sent> {
  const account = accounts.get(caller)
  const token = account?.token
  const options: SendOptions =
    route.http.body === 'multipart'
      ? { token, ...multipartBody('not a picture') }
      : { token, ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { body: {} }) }
  const answer = await shop.send(
    route.method,
    pathWith(route.path, () => randomUUID()),
    options,
  )
  if (account !== undefined && endsSessions.has(nameOf(route))) {
    accounts.set(caller, { ...account, token: await shop.signIn(account) })
  }
  return answer
}

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_place, route) => {
    const allowed = accessMatrix[nameOf(route)] ?? []

    test(`lets in ${allowed.join(', ')}, and nobody else`, async () => {
      const seen: Record<string, boolean | string> = {}
      const wanted: Record<string, boolean | string> = {}
      for (const caller of everyCaller) {
        const { status, body } = await knock(route, caller)
        const turnedAway = body['code'] === 'UNAUTHENTICATED' || body['code'] === 'FORBIDDEN'
        seen[caller] = turnedAway ? String(status) : status < 500
        wanted[caller] = allowed.includes(caller) ? true : caller === 'guest' ? '401' : '403'
      }
      expect(seen).toEqual(wanted)
    })
  },
)

test('every undeclared method of every path is 405, says what is allowed, and asks for no token', async () => {
  for (const path of new Set(routes.map((route) => route.path))) {
    const declared = declaredAt(routes, path)
    for (const method of methods.filter((one) => !declared.has(one))) {
      for (const options of [
        ...everyCaller.map((caller) => ({ token: accounts.get(caller)?.token })),
        { body: '<not/json>', headers: { 'content-type': 'text/xml' } },
      ]) {
        const answer = await shop.send(
          method,
          pathWith(path, () => randomUUID()),
          options,
        )
        expect(answer.status, `${method} ${path}`).toBe(405)
        expect(answer.body['code']).toBe('METHOD_NOT_ALLOWED')
        const allow = String(answer.headers['allow']).split(', ')
        expect(new Set(allow.filter((one) => one !== 'HEAD')), path).toEqual(declared)
      }
    }
  }
})

test('a new shop has the roles that docs/permissions.md tells of', async () => {
  const { body } = await shop.send('GET', '/rbac/roles', { token: accounts.get('super_admin')?.token })
  const roles = body['items'] as unknown as SeededRole[]
  const told = roles.map(({ name, title, priority, permissions }) => ({ name, title, priority, permissions }))
  const byName = (a: SeededRole, b: SeededRole) => a.name.localeCompare(b.name)
  expect(told.sort(byName)).toEqual(seededRoles().sort(byName))
})

test('a token that is forged, cut, of another shape or ended is 401 everywhere, never a guest', async () => {
  const customer = await shop.account('customer')
  const ended = customer.token
  await shop.send('POST', '/auth/logout', { token: ended, body: {} })
  const { token } = accounts.get('customer')!
  const [header, payload = '', signature = ''] = token.split('.')
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
  const raised = Buffer.from(JSON.stringify({ ...claims, aud: 'staff', role: 'super_admin' })).toString(
    'base64url',
  )
  const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  const forged = [ended, token.slice(0, -4), `${none}.${payload}.`, `${none}.${payload}.${signature}`, 'x']
  for (const bad of [...forged, `${String(header)}.${raised}.${signature}`]) {
    for (const route of routes) {
      const options = route.method === 'GET' || route.method === 'DELETE' ? {} : { body: {} }
      const answer = await shop.send(
        route.method,
        pathWith(route.path, () => randomUUID()),
        { token: bad, ...options },
      )
      expect(answer.status, `${route.method} ${route.path}`).toBe(401)
    }
  }
})

test.each(['Basic YTpi', 'Bearer', 'Bearer  ', 'bearer a b', 'Token x', ''])(
  'Authorization: %j is 401',
  async (authorization) => {
    expect((await shop.send('GET', '/products', { headers: { authorization } })).status).toBe(401)
  },
)
