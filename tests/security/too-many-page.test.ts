import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtApp } from '../../apps/server/pages/built-app.ts'
import { type InProcessShop, openInProcessShop } from '../support/in-process-shop.ts'

const PAGES = 300
const APPS = 60
const SIGN_INS = 12
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

const hasPages = builtApp('storefront', 'server') !== null && builtApp('storefront', 'client') !== null
if (!hasPages)
  console.info('The storefront is not built: its pages are not tried here (npm run setup builds it).')

describe.skipIf(!hasPages)('whoever asks for pages too often', () => {
  let shop: InProcessShop
  beforeAll(async () => {
    shop = await openInProcessShop({ RATE_LIMITS: 'on', RATE_LIMIT_FACTOR: '0.1' })
    for (let round = 0; round < PAGES; round += 1) await ask('/robots.txt')
  })
  afterAll(() => shop.close())

  function ask(url: string, headers: Record<string, string> = {}, method: 'GET' | 'POST' = 'GET') {
    return shop.app.inject({ method, url, remoteAddress: '198.18.0.1', headers })
  }

  test('reads a page that says when to come again, whole without a script', async () => {
    const answer = await ask('/cart', { accept: BROWSER })
    expect(answer.statusCode).toBe(429)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    const wait = Number(answer.headers['retry-after'])
    expect(wait).toBeGreaterThan(0)
    expect(answer.payload).toMatch(/^<!doctype html><html lang="en"/)
    expect(answer.payload).toContain('<h1 class="max-w-2xl text-4xl">That was a little fast</h1>')
    expect(answer.payload).toContain(`Wait ${String(wait)} second`)
    expect(answer.payload).not.toContain('<script')
    const style = /<link rel="stylesheet" href="([^"]+)"/.exec(answer.payload)?.[1] ?? ''
    expect((await ask(style)).headers['content-type']).toMatch(/^text\/css/)
    const again = /<a [^>]*href=""[^>]*>Try again<\/a>/
    expect(answer.payload).toMatch(again)
  })

  test('reads it in the language they chose, or that their browser asks for', async () => {
    const asked = await ask('/', { accept: BROWSER, 'accept-language': 'de-AT,de;q=0.9,en;q=0.5' })
    expect(asked.payload).toContain('<html lang="de"')
    expect(asked.payload).toContain('Das ging etwas schnell')
    const chosen = await ask('/', {
      accept: BROWSER,
      'accept-language': 'en',
      cookie: 'locale=de; theme=dark',
    })
    expect(chosen.payload).toContain('<html lang="de" data-theme="dark"')
    expect(chosen.headers['vary']).toBe('Accept, Accept-Language, Cookie')
  })

  test('gets it with the headers of every page, and kept by nobody', async () => {
    const other = await shop.app.inject({
      url: '/',
      remoteAddress: '198.18.9.9',
      headers: { accept: BROWSER },
    })
    const refused = await ask('/', { accept: BROWSER })
    const plain = (policy: unknown) => String(policy).replaceAll(/'nonce-[^']+'/g, 'nonce')
    expect(refused.headers['cache-control']).toBe('no-store')
    expect(plain(refused.headers['content-security-policy'])).toBe(
      plain(other.headers['content-security-policy']),
    )
    for (const name of [
      'x-content-type-options',
      'x-frame-options',
      'referrer-policy',
      'permissions-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'ratelimit-policy',
    ])
      expect(refused.headers[name], name).toBe(other.headers[name])
    expect(refused.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(refused.headers['ratelimit']).toMatch(/^"page";r=0;/)
  })

  test('gets it for a form too', async () => {
    const answer = await ask(
      '/sign-in',
      { accept: BROWSER, 'content-type': 'application/x-www-form-urlencoded' },
      'POST',
    )
    expect(answer.statusCode).toBe(429)
    expect(answer.payload).toContain('That was a little fast')
  })

  test('stays on the shop’s error page when its scripts asked', async () => {
    const answer = await ask('/cart.data', { accept: '*/*' })
    expect(answer.statusCode).toBe(429)
    expect(answer.headers['content-type']).toMatch(/^text\/x-script/)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.payload).toContain('"root"')
    expect(answer.payload).toContain('429')
  })

  test('as a program reads problem details', async () => {
    for (const accept of ['application/json', '*/*', undefined]) {
      const answer = await ask('/cart', accept === undefined ? {} : { accept })
      expect(answer.statusCode).toBe(429)
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(answer.json()).toMatchObject({ code: 'RATE_LIMITED' })
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    }
  })

  test('is told by the API in problem details, whatever they accept', async () => {
    const api = () => ask('/api/v1/auth/challenge', { accept: BROWSER })
    for (let round = 0; round < SIGN_INS; round += 1) await api()
    const answer = await api()
    expect(answer.statusCode).toBe(429)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })

  test('on the way into an app reads the same page', async () => {
    const authorize = () => ask('/oauth/authorize?client_id=x', { accept: BROWSER })
    for (let round = 0; round < APPS; round += 1) await authorize()
    const answer = await authorize()
    expect(answer.statusCode).toBe(429)
    expect(answer.payload).toContain('That was a little fast')
    const program = await ask('/oauth/userinfo', { accept: 'application/json' })
    expect(program.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })

  test('still reaches the back office, which is a file here and counted by what it asks', async () => {
    if (builtApp('admin', 'client') === null) return
    const answer = await ask('/admin/', { accept: BROWSER })
    expect(answer.statusCode).toBe(200)
  })
})
