import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerSecret, publicUrl, staffSecret, toyServer } from './toy-server.ts'

let server: Awaited<ReturnType<typeof toyServer>>
beforeAll(async () => {
  server = await toyServer()
})
afterAll(() => server.close())

const json = { 'content-type': 'application/json' }
type Injected = Awaited<ReturnType<typeof server.app.inject>>

function post(url: string, payload: unknown, headers: Record<string, string> = {}): Promise<Injected> {
  return server.app.inject({
    method: 'POST',
    url,
    headers: { ...json, ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  })
}

function expectProblem(answer: Injected, status: number, code: string): void {
  expect(answer.statusCode).toBe(status)
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.json()).toMatchObject({ status, code, request_id: answer.headers['x-request-id'] })
}

describe('a route', () => {
  it('answers below both prefixes, with and without a slash at the end', async () => {
    for (const url of ['/api/v1/greetings/Ada', '/api/greetings/Ada', '/api/v1/greetings/Ada/']) {
      const answer = await server.app.inject({ url })
      expect(answer.statusCode).toBe(200)
      expect(answer.json()).toMatchObject({ text: 'Hello Ada' })
    }
  })

  it('answers problem details to what it does not know', async () => {
    expectProblem(await server.app.inject({ url: '/api/v1/nothing' }), 404, 'NOT_FOUND')
    expectProblem(await server.app.inject({ url: '/api/v1/%E0%A4%A' }), 400, 'VALIDATION_FAILED')
  })

  it('answers 405 with Allow to a method it does not have', async () => {
    const answer = await server.app.inject({ method: 'DELETE', url: '/api/v1/greetings/Ada' })
    expectProblem(answer, 405, 'METHOD_NOT_ALLOWED')
    expect(answer.headers.allow).toBe('GET, HEAD')
    expectProblem(
      await server.app.inject({ method: 'OPTIONS', url: '/api/v1/counts' }),
      405,
      'METHOD_NOT_ALLOWED',
    )
  })

  it('carries the full set of headers on every answer, errors included', async () => {
    for (const url of ['/api/v1/greetings/Ada', '/api/v1/greetings/shy', '/nowhere']) {
      const { headers } = await server.app.inject({ url })
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'cache-control': 'no-store',
      })
      expect(headers['permissions-policy']).toContain('camera=()')
    }
  })
})

describe('a body', () => {
  const shout = { authorization: `Bearer ${staffSecret}` }

  it.each([
    ['text/plain', 415],
    ['application/jsonp', 415],
    ['application/json ; charset=utf-8', 201],
    ['application/json;charset=utf-8', 201],
    ['APPLICATION/JSON', 201],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/json\t', 201],
  ])('of type %j is answered with %i', async (type, status) => {
    const answer = await post('/api/v1/shouts', { text: 'hey' }, { ...shout, 'content-type': type })
    expect(answer.statusCode).toBe(status)
    if (status === 415) expectProblem(answer, 415, 'UNSUPPORTED_MEDIA_TYPE')
  })

  it.each([
    ['not JSON', '{"text":'],
    ['an array', '[1]'],
    ['a number', '7'],
    ['null', 'null'],
    ['a prototype', '{"__proto__":{"text":"x"}}'],
    ['a prototype in disguise', '{"\\u005f_proto__":{"text":"x"}}'],
    ['an unknown field', '{"text":"x","role":"admin"}'],
    ['another type', '{"text":{"$ne":null}}'],
    ['a NUL character', '{"text":"a\\u0000b"}'],
    ['half a surrogate pair', '{"text":"\\ud800"}'],
    ['nothing', '{}'],
    ['forty levels', `{"text":${'['.repeat(40)}${']'.repeat(40)}}`],
  ])('that is or holds %s is 400', async (_name, payload) => {
    expectProblem(await post('/api/v1/shouts', payload, shout), 400, 'VALIDATION_FAILED')
  })

  it('that is not UTF-8 is 400', async () => {
    const payload = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/shouts',
      headers: { ...json, ...shout },
      payload,
    })
    expectProblem(answer, 400, 'VALIDATION_FAILED')
  })

  it('that is too large is 413', async () => {
    expectProblem(
      await post('/api/v1/shouts', { text: 'x'.repeat(1_100_000) }, shout),
      413,
      'PAYLOAD_TOO_LARGE',
    )
  })

  it('cannot stand in the address', async () => {
    expectProblem(await post('/api/v1/shouts?text=x', {}, shout), 400, 'VALIDATION_FAILED')
  })

  it('cannot give a path parameter a second value', async () => {
    expectProblem(
      await server.app.inject({ url: '/api/v1/greetings/Ada?name=Eve' }),
      400,
      'VALIDATION_FAILED',
    )
  })
})

describe('who calls', () => {
  it('is never a guest when a token is there and wrong', async () => {
    for (const authorization of ['Bearer wrong', 'Bearer ', 'Basic YTpi', `Bearer ${customerSecret} x`]) {
      const answer = await server.app.inject({ url: '/api/v1/greetings/Ada', headers: { authorization } })
      expectProblem(answer, 401, 'UNAUTHENTICATED')
    }
  })

  it('is kept apart: a shop token opens no staff operation, a staff token no shop operation', async () => {
    const asCustomer = await post(
      '/api/v1/shouts',
      { text: 'x' },
      { authorization: `Bearer ${customerSecret}` },
    )
    expectProblem(asCustomer, 403, 'FORBIDDEN')
    const asStaff = { authorization: `Bearer ${staffSecret}` }
    expectProblem(
      await server.app.inject({ url: '/api/v1/greetings/Ada', headers: asStaff }),
      403,
      'FORBIDDEN',
    )
    expectProblem(await post('/api/v1/shouts', { text: 'x' }), 401, 'UNAUTHENTICATED')
  })

  const cookie = `rampart_staff=${staffSecret}`

  it.each([
    ['no proof', {}],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['a bookmark', { 'sec-fetch-site': 'none' }],
    ['another origin', { origin: 'https://evil.test' }],
    ['no origin', { origin: 'null' }],
    ['another port', { origin: 'http://shop.test:8001' }],
  ])('by cookie is refused with %s', async (_name, headers) => {
    expectProblem(
      await post('/api/v1/shouts', { text: 'x' }, { cookie, ...headers }),
      403,
      'CROSS_SITE_REQUEST',
    )
  })

  it.each([{ 'sec-fetch-site': 'same-origin' }, { origin: publicUrl }])(
    'by cookie is let in with %j',
    async (headers) => {
      expect(
        (await post('/api/v1/shouts', { text: 'x' }, { cookie, ...(headers as Record<string, string>) }))
          .statusCode,
      ).toBe(201)
    },
  )

  it('by cookie may read without proof, and cannot use the cookie of the other audience', async () => {
    const read = await server.app.inject({
      url: '/api/v1/greetings/Ada',
      headers: { cookie: `rampart_shop=${customerSecret}` },
    })
    expect(read.statusCode).toBe(200)
    const crossed = { cookie: `rampart_shop=${staffSecret}`, 'sec-fetch-site': 'same-origin' }
    expectProblem(await post('/api/v1/shouts', { text: 'x' }, crossed), 401, 'UNAUTHENTICATED')
  })
})

describe('an upload', () => {
  function upload(bytes: Buffer, headers: Record<string, string>): Promise<Injected> {
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n'
    return server.app.inject({
      method: 'POST',
      url: '/api/v1/files',
      headers: { 'content-type': 'multipart/form-data; boundary=x', ...headers },
      payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--\r\n')]),
    })
  }

  // Planted bug: hashing the input byte by byte takes half a minute and gigabytes for this file.
  it('of the largest size is told apart by its bytes in no time', async () => {
    const bytes = Buffer.alloc(20 * 1024 * 1024, 1)
    const headers = { authorization: `Bearer ${staffSecret}`, 'idempotency-key': 'k-upload' }
    const began = performance.now()
    expect((await upload(bytes, headers)).json()).toEqual({ size: bytes.length })
    expect((await upload(bytes, headers)).headers['idempotent-replayed']).toBe('true')
    bytes[bytes.length - 1] = 2
    expectProblem(await upload(bytes, headers), 422, 'IDEMPOTENCY_KEY_REUSED')
    expect(performance.now() - began).toBeLessThan(8_000)
  })

  // Planted bug: authorizing in the dispatcher alone reads the whole body of whoever comes, and finds it broken.
  it('of a stranger is refused before its body is read', async () => {
    const broken = { 'content-type': 'multipart/form-data' }
    expectProblem(await upload(Buffer.from('x'), broken), 401, 'UNAUTHENTICATED')
    const asCustomer = { ...broken, authorization: `Bearer ${customerSecret}` }
    expectProblem(await upload(Buffer.from('x'), asCustomer), 403, 'FORBIDDEN')
  })
})

describe('a broken connection', () => {
  async function raw(bytes: string): Promise<string> {
    if (!server.app.server.listening) await server.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = server.app.server.address() as AddressInfo
    return new Promise((resolve, reject) => {
      let text = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      socket.on('data', (chunk) => (text += chunk.toString()))
      socket.on('end', () => resolve(text))
      socket.on('error', reject)
    })
  }

  it('that speaks no HTTP is told so in problem details', async () => {
    const answer = await raw('HELLO\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(answer).toContain('"code":"VALIDATION_FAILED"')
  })

  it('with headers that are too large is answered with 431', async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(20_000)}\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 431 /)
    expect(answer).toContain('"code":"HEADERS_TOO_LARGE"')
  })
})
