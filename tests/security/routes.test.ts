import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'
import { methods } from '../support/requests.ts'
import { servedRoutes } from '../support/served-routes.ts'

let shop: InProcessShop
let token: string
beforeAll(async () => {
  shop = await openInProcessShop()
  token = (await shop.account('super_admin')).token
})
afterAll(() => shop.close())

const paths = (): string[] => [...new Set(shop.routes.map((route) => route.path))]

/** A path without the names of its parameters, of which there may be several at one place. */
const shapeOf = (path: string): string => path.replaceAll(/:[a-z_]+(?:\|:[a-z_]+)*/g, ':')

test('what is documented is served, and what is served is documented', async () => {
  const { body } = await shop.send('GET', '/openapi.json')
  const documented: string[] = Object.entries<object>(body['paths'] ?? {}).flatMap(([path, entry]) =>
    Object.keys(entry).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const canonical = shop.routes
    .filter((route) => route.canonical)
    .map((route) => `${route.method} /api/v1${route.path.replaceAll(/:([a-z_]+)/g, '{$1}')}`)
  expect(documented.sort()).toEqual(canonical.sort())
  for (const place of documented) {
    const [method = '', path = ''] = place.split(' ')
    const url = path.replaceAll(/\{[a-z_]+\}/g, () => randomUUID())
    const answer = await shop.send(
      method,
      `/${url}`,
      method === 'GET' || method === 'DELETE' ? {} : { body: {} },
    )
    expect(answer.body['code'], place).not.toBe('METHOD_NOT_ALLOWED')
    if (answer.status === 404) expect(answer.body['code'], place).toBe('NOT_FOUND')
  }
})

test('the server has no route below /api that is not in the table', () => {
  const served = new Set<string>()
  for (const { method, path } of servedRoutes(shop.app)) {
    const url = shapeOf(path.replace(/\/$/, ''))
    if (url.startsWith('/api')) served.add(`${method} ${url}`)
  }
  const known = new Set<string>()
  for (const prefix of ['/api/v1', '/api']) {
    for (const method of ['GET', 'HEAD']) known.add(`${method} ${prefix}/openapi.json`)
    // Everything else below /api: not there, in the API's own words.
    for (const method of [...methods, 'HEAD']) known.add(`${method} /api/*`)
    for (const path of paths()) {
      for (const method of [...methods, 'HEAD']) known.add(`${method} ${prefix}${shapeOf(path)}`)
    }
  }
  expect(served.size).toBeGreaterThan(200)
  const strange = [...served].filter((place) => !known.has(place))
  expect(strange).toEqual([])
})

test('both prefixes and a trailing slash lead to the same place', async () => {
  for (const url of ['//api/v1/auth/me', '//api/auth/me', '//api/v1/auth/me/', '//api/auth/me/']) {
    expect((await shop.send('GET', url, { token })).body['role'], url).toBe('super_admin')
    expect((await shop.send('GET', url)).status, url).toBe(401)
  }
})

test.each([
  '//api/v1/auth//me',
  '//api//v1/auth/me',
  '//api/v1/auth/me%2f',
  '//api/v1/auth%2fme',
  '//api/v1/auth/me%00',
  '//api/v1/Auth/Me',
  '//api/v1/auth/me;x=1',
  '//api/v2/auth/me',
  '//api/v1/%zz',
  '//api/v1/products/%c3%28',
  `//api/v1/products/${'x'.repeat(400)}`,
])('%s is no way in', async (url) => {
  const answer = await shop.send('GET', url, { token })
  expect([400, 404]).toContain(answer.status)
  expect(answer.body['role']).toBeUndefined()
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
})
