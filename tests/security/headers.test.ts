import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toyServer } from '@rampart/platform/http/test/toy-server.ts'
import { builtApp } from '../../apps/server/pages/built-app.ts'
import { type InProcessShop, openInProcessShop, type Sent } from '../support/in-process-shop.ts'
import { observe } from '../support/observatory.ts'
import { portOf } from '../support/raw-socket.ts'
import { type Served, servedRoutes } from '../support/served-routes.ts'

const hasPages = builtApp('storefront', 'server') !== null && builtApp('admin', 'client') !== null
if (!hasPages)
  console.info(
    'The front ends are not built: their pages are not looked at here (npm run setup builds them).',
  )

let shop: InProcessShop
let token = ''
beforeAll(async () => {
  shop = await openInProcessShop({ PUBLIC_URL: 'https://shop.test' })
  token = (await shop.account('super_admin')).token
})
afterAll(() => shop.close())

/** What must stand on every answer, whatever it is. */
const always: Readonly<Record<string, RegExp>> = {
  'strict-transport-security': /^max-age=63072000; includeSubDomains; preload$/,
  'content-security-policy': /^default-src 'none';.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^strict-origin-when-cross-origin$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'origin-agent-cluster': /^\?1$/,
  'cache-control': /^(no-store|no-cache|private, no-store|public, max-age=\d+(, immutable)?)$/,
  'x-request-id': /^[\da-f-]{36}$/,
}

/** Names that tell what we are made of. */
const never = ['server', 'x-powered-by', 'via', 'x-aspnet-version']

function complaints(place: string, { headers, text }: Pick<Sent, 'headers' | 'text'>): string[] {
  const wrong = Object.entries(always)
    .filter(([name, wanted]) => !wanted.test([headers[name] ?? ''].flat().join(', ')))
    .map(([name]) => `${place}: ${name} is ${String(headers[name])}`)
  const told = never.filter((name) => headers[name] !== undefined).map((name) => `${place}: tells ${name}`)
  const policy = String(headers['content-security-policy'])
  const unsafe = /unsafe-|\shttp:|\*/.test(policy) ? [`${place}: ${policy}`] : []
  const { grade, lost } = observe(headers, text)
  return [...wrong, ...told, ...unsafe, ...(grade === 'A+' ? [] : [`${place}: ${lost.join(', ')}`])]
}

/** A path of the router with something for each of its parameters. */
function filled({ path }: Served): string {
  return path.replaceAll(/:[a-z_]+(?:\|:[a-z_]+)*/g, () => randomUUID()).replace('*', 'not/there')
}

test('every route of the server, by every method, signed in or not, answers with the full set', async () => {
  const served = servedRoutes(shop.app)
  expect(served.length).toBeGreaterThan(400)
  const wrong: string[] = []
  for (const route of served) {
    for (const options of [{}, { token }]) {
      const answer = await shop.send(route.method, `/${filled(route)}`, options)
      wrong.push(...complaints(`${route.method} ${route.path} ${String(answer.status)}`, answer))
    }
  }
  expect(wrong).toEqual([])
}, 120_000)

test('no answer of the API is kept by anything on its way, unless it is a picture', async () => {
  for (const { method, path } of servedRoutes(shop.app).filter((route) => route.path.startsWith('/api'))) {
    const answer = await shop.send(method, `/${filled({ method, path })}`, { token })
    if (answer.status < 300 && path.includes('/media/')) continue
    expect(String(answer.headers['cache-control']), `${method} ${path}`).toMatch(/^(private, )?no-store$/)
  }
})

test.each([
  ['nothing there', 'GET', '//api/v1/nothing', {}],
  ['a broken escape', 'GET', '//api/v1/%zz', {}],
  ['a path too long', 'GET', `//api/v1/products/${'x'.repeat(500)}`, {}],
  ['a method it has not', 'DELETE', '//api/v1/auth/me', {}],
  [
    'another content type',
    'POST',
    '//api/v1/auth/login',
    { headers: { 'content-type': 'text/xml' }, body: '<a/>' },
  ],
  ['too much', 'POST', '//api/v1/auth/login', { body: { email: 'x'.repeat(1_200_000) } }],
  ['a broken body', 'POST', '//api/v1/auth/login', { body: '{' }],
  ['a bad token', 'GET', '//api/v1/auth/me', { token: 'x' }],
  ['another site', 'POST', '//api/v1/auth/login', { headers: { origin: 'https://evil.example' }, body: {} }],
  ['the docs', 'GET', '//docs', {}],
  ['the list of errors', 'GET', '//docs/errors', {}],
  ['the OpenAPI document', 'GET', '//api/v1/openapi.json', {}],
  ['health', 'GET', '//health', {}],
  ['keys', 'GET', '//.well-known/jwks.json', {}],
  ['discovery', 'GET', '//.well-known/openid-configuration', {}],
  ['a broken authorization', 'GET', '//oauth/authorize?client_id=x', {}],
  ['a broken token request', 'POST', '//oauth/token', {}],
] as const)('%s is answered with the full set', async (name, method, path, options) => {
  expect(complaints(name, await shop.send(method, path, options))).toEqual([])
})

test('a failure of ours carries them too', async () => {
  const toy = await toyServer({
    publicUrl: 'https://shop.test',
    authenticate: () => Promise.reject(new Error('the store of sessions is gone')),
  })
  const answer = await toy.app.inject({
    url: '/api/v1/greetings/Ada',
    headers: { authorization: 'Bearer x' },
  })
  expect(answer.statusCode).toBe(500)
  expect(complaints('500', { headers: answer.headers, text: answer.payload })).toEqual([])
  await toy.close()
})

test('so does the answer of a server that is about to end', async () => {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  const toy = await toyServer({
    publicUrl: 'https://shop.test',
    extend: (app) => {
      app.get('/slow', async (_request, reply) => {
        await held
        return reply.send('done')
      })
    },
  })
  const url = `http://127.0.0.1:${String(await portOf(toy.app))}`
  const slow = fetch(`${url}/slow`)
  await new Promise((resolve) => setTimeout(resolve, 100))
  // Before the server ends, hooks may take their time: what comes meanwhile is told to come again.
  const late = toy.app.inject({ url: '/api/v1/greetings/Ada' })
  const closing = toy.close()
  release()
  const [answer] = await Promise.all([late, slow, closing])
  expect([200, 503]).toContain(answer.statusCode)
  expect(complaints('closing', { headers: answer.headers, text: answer.payload })).toEqual([])
})

test('over http there is no HSTS, and the rest stands', async () => {
  const plain = await toyServer()
  const { headers } = await plain.app.inject({ url: '/api/v1/greetings/Ada' })
  expect(headers['strict-transport-security']).toBeUndefined()
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  await plain.close()
})

describe.skipIf(!hasPages)('a page', () => {
  const pages = ['//', '//search?q=lamp', '//cart', '//checkout', '//sign-in', '//sign-up', '//nowhere', '//admin/', '//admin/orders', '//docs', '//account'] // prettier-ignore

  test.each(pages)('%s runs what carries its nonce and nothing else', async (path) => {
    const answer = await shop.send('GET', path)
    expect(complaints(path, answer)).toEqual([])
    if (answer.text === '') return
    const policy = String(answer.headers['content-security-policy'])
    const nonce = /script-src 'nonce-([A-Za-z0-9+/]{24})'/.exec(policy)?.[1] ?? ''
    expect(nonce).not.toBe('')
    for (const [tag] of answer.text.matchAll(/<(script|style)\b[^>]*>/g)) {
      expect(tag).toContain(`nonce="${nonce}"`)
    }
    expect(answer.text).not.toMatch(/\son[a-z]+="/)
    expect(answer.text).not.toMatch(/\sstyle="/)
    expect(answer.text).not.toContain('javascript:')
    expect(answer.text).not.toMatch(/(src|href|action)="http:/)
  })

  test('no two answers share a nonce', async () => {
    const nonces = new Set<string>()
    for (let round = 0; round < 20; round += 1) {
      const { headers } = await shop.send('GET', '//sign-in')
      nonces.add(/'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '')
    }
    expect(nonces.size).toBe(20)
  })

  test('files of both front ends, and what is not there among them, carry the set', async () => {
    const found = new Set<string>()
    for (const path of ['//', '//admin/']) {
      const { text } = await shop.send('GET', path)
      for (const [, file = ''] of text.matchAll(
        /(?:src|href)="(\/[^"]+\.(?:js|css|svg|png|ico|webmanifest))"/g,
      ))
        found.add(file)
    }
    expect(found.size).toBeGreaterThan(3)
    for (const file of [
      ...found,
      '/assets/not-there.js',
      '/admin/assets/not-there.js',
      '/sw.js',
      '/robots.txt',
      '/sitemap.xml',
      '/favicon.ico',
    ])
      // prettier-ignore
      expect(complaints(file, await shop.send('GET', `/${file}`))).toEqual([])
  })

  test('redirects carry it, and lead to this shop alone', async () => {
    for (const path of ['//admin', '//account', '//sign-in/']) {
      const answer = await shop.send('GET', path)
      expect(complaints(path, answer)).toEqual([])
      const { location } = answer.headers
      if (location !== undefined) expect(String(location)).toMatch(/^\/(?!\/)|^https:\/\/shop\.test\//)
    }
  })

  test('cookies are bound to this host and to https', async () => {
    const customer = await shop.account('customer')
    const { email, password } = customer
    const answer = await shop.send('POST', '/auth/session', { body: { email, password }, headers: { origin: 'https://shop.test' } }) // prettier-ignore
    const lines = [answer.headers['set-cookie'] ?? []].flat().map(String)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines)
      expect(line).toMatch(
        /^__Host-rampart_\w+=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      )
    expect(complaints('signed in', answer)).toEqual([])
  })
})
