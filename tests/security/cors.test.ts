import { afterAll, beforeAll, expect, test } from 'vitest'
import { customerSecret, publicUrl, staffSecret, toyServer } from '@rampart/platform/http/test/toy-server.ts'

const APP = 'https://app.example'
type Server = Awaited<ReturnType<typeof toyServer>>
let listed: Server
let none: Server
beforeAll(async () => {
  listed = await toyServer({
    corsOrigins: [APP],
    extend: (app) => void app.get('/page', (_request, reply) => reply.send('page')),
  })
  none = await toyServer()
})
afterAll(async () => {
  await listed.close()
  await none.close()
})

const preflight = {
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'authorization',
}
const json = { 'content-type': 'application/json' }

function corsHeaders(headers: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(headers).filter((name) => name.startsWith('access-control'))
}

function shout(headers: Record<string, string>, server = listed) {
  return server.app.inject({
    method: 'POST',
    url: '/api/v1/shouts',
    headers: { ...json, ...headers },
    payload: JSON.stringify({ text: 'hey' }),
  })
}

function count(headers: Record<string, string>, server = listed) {
  return server.app.inject({
    method: 'POST',
    url: '/api/v1/counts',
    headers: { ...json, 'idempotency-key': `k-${String(Math.random())}`, ...headers },
    payload: JSON.stringify({ by: 1 }),
  })
}

test('without a list nothing is said to any origin, and the question beforehand is 405', async () => {
  for (const origin of [APP, publicUrl, 'null', 'https://evil.example']) {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const headers = { origin, ...(method === 'OPTIONS' ? preflight : {}) }
      const answer = await none.app.inject({ method, url: '/api/v1/greetings/Ada', headers })
      expect(answer.statusCode).toBe(method === 'GET' ? 200 : 405)
      expect(corsHeaders(answer.headers)).toEqual([])
    }
  }
})

test('the question beforehand of a listed origin is answered with what the path has', async () => {
  const answer = await listed.app.inject({
    method: 'OPTIONS',
    url: '/api/v1/greetings/Ada',
    headers: { origin: APP, ...preflight },
  })
  expect(answer.statusCode).toBe(204)
  expect(answer.headers['access-control-allow-origin']).toBe(APP)
  expect(answer.headers['access-control-allow-methods']).toBe('GET, HEAD')
  expect(String(answer.headers['access-control-allow-headers'])).toContain('authorization')
  expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  expect(answer.headers['vary']).toContain('Origin')
  expect(answer.payload).toBe('')
})

test.each([
  'https://app.example.evil.example',
  'https://evil-app.example',
  'https://sub.app.example',
  'http://app.example',
  'https://app.example:8443',
  'https://APP.example',
  'https://app.example/',
  'https://app.example, https://evil.example',
  'null',
  '*',
  '',
])('an origin that only looks like the listed one is told nothing: %j', async (origin) => {
  for (const method of ['GET', 'OPTIONS'] as const) {
    const answer = await listed.app.inject({
      method,
      url: '/api/v1/greetings/Ada',
      headers: { origin, ...(method === 'OPTIONS' ? preflight : {}) },
    })
    expect(answer.statusCode).toBe(method === 'GET' ? 200 : 405)
    expect(corsHeaders(answer.headers)).toEqual([])
    expect(answer.headers['vary']).toContain('Origin')
  }
})

test('every answer to a listed origin may be read, failures too, and never with credentials', async () => {
  for (const [url, status] of [
    ['/api/v1/greetings/Ada', 200],
    ['/api/v1/greetings/shy', 409],
    ['/api/v1/nothing', 404],
    ['/api/v1/counts', 405],
  ] as const) {
    const answer = await listed.app.inject({ url, headers: { origin: APP } })
    expect(answer.statusCode, url).toBe(status)
    expect(answer.headers['access-control-allow-origin'], url).toBe(APP)
    expect(String(answer.headers['access-control-expose-headers'])).toContain('retry-after')
    expect(answer.headers['access-control-allow-credentials'], url).toBeUndefined()
    expect(answer.headers['vary'], url).toContain('Origin')
  }
})

test('pages are no part of it', async () => {
  for (const url of ['/page', '/nowhere']) {
    const answer = await listed.app.inject({ url, headers: { origin: APP } })
    expect(corsHeaders(answer.headers)).toEqual([])
  }
})

test('a program of a listed origin acts by its token, or as a guest', async () => {
  const cross = { origin: APP, 'sec-fetch-site': 'cross-site' }
  expect((await shout({ ...cross, authorization: `Bearer ${staffSecret}` })).statusCode).toBe(201)
  expect((await count(cross)).statusCode).toBe(201)
  expect((await count({ ...cross, authorization: `Bearer ${customerSecret}` })).statusCode).toBe(201)
  expect((await count({ ...cross, origin: 'https://evil.example' })).statusCode).toBe(403)
  expect((await count(cross, none)).statusCode).toBe(403)
})

// Planted bug: to ask the list alone, not whether a cookie came along, lets the listed site act as whoever visits it.
test.each(['rampart_staff', 'rampart_shop', 'rampart_guest'])(
  'a listed origin never acts by the cookie %s',
  async (name) => {
    const headers = { origin: APP, 'sec-fetch-site': 'cross-site' }
    const secret =
      name === 'rampart_staff' ? staffSecret : name === 'rampart_shop' ? customerSecret : 'g'.repeat(43)
    const cookie = `${name}=${secret}`
    expect((await count({ ...headers, cookie })).statusCode).toBe(name === 'rampart_staff' ? 201 : 403)
    expect([401, 403]).toContain((await shout({ ...headers, cookie })).statusCode)
  },
)
