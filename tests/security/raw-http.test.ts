import { afterAll, beforeAll, expect, test } from 'vitest'
import { customerSecret, staffSecret, toyServer } from '@rampart/platform/http/test/toy-server.ts'
import { portOf, rawRequest, statusOf } from '../support/raw-socket.ts'

let server: Awaited<ReturnType<typeof toyServer>>
let port = 0
beforeAll(async () => {
  server = await toyServer()
  port = await portOf(server.app)
})
afterAll(() => server.close())

const HOST = 'Host: shop.test\r\n'
const greeting = (lines: string, target = '/api/v1/greetings/Ada', version = '1.1') =>
  `GET ${target} HTTP/${version}\r\n${lines}Connection: close\r\n\r\n`
const shout = (lines: string, body: string) =>
  `POST /api/v1/shouts HTTP/1.1\r\n${HOST}Authorization: Bearer ${staffSecret}\r\nContent-Type: application/json\r\n` +
  `${lines}\r\n${body}`

/** How many answers came back: a smuggled request would have one of its own. */
const answersIn = (text: string): number => text.split('HTTP/1.1 ').length - 1

const BODY = '{"text":"hey"}'
const SMUGGLED = `GET /api/v1/greetings/Eve HTTP/1.1\r\n${HOST}\r\n`

test.each([
  ['both lengths', shout('Content-Length: 4\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${SMUGGLED}`)],
  ['both lengths, the other way', shout('Transfer-Encoding: chunked\r\nContent-Length: 14\r\n', BODY)],
  ['two lengths', shout('Content-Length: 14\r\nContent-Length: 0\r\n', BODY + SMUGGLED)],
  ['the same length twice', shout('Content-Length: 14\r\nContent-Length: 14\r\n', BODY)],
  ['a list of lengths', shout('Content-Length: 14, 14\r\n', BODY)],
  ['a length with a sign', shout('Content-Length: +14\r\n', BODY)],
  ['a length in hex', shout('Content-Length: 0xe\r\n', BODY)],
  ['a negative length', shout('Content-Length: -1\r\n', BODY)],
  ['another coding', shout('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${SMUGGLED}`)],
  ['chunked that is not last', shout('Transfer-Encoding: chunked, identity\r\n', `0\r\n\r\n${SMUGGLED}`)],
  ['a space before the colon', shout('Transfer-Encoding : chunked\r\n', `0\r\n\r\n${SMUGGLED}`)],
  ['a chunk that is no number', shout('Transfer-Encoding: chunked\r\n', `zz\r\n${BODY}\r\n0\r\n\r\n`)],
  ['a folded header', greeting(`${HOST}X-Folded: a\r\n b\r\n`)],
  ['a bare line feed', `GET /api/v1/greetings/Ada HTTP/1.1\n${HOST}\n`],
  ['a NUL in a header', greeting(`${HOST}X-Nul: a\u0000b\r\n`)],
  ['a NUL in the path', greeting(HOST, '/api/v1/greetings/A\u0000da')],
  ['a space in the path', greeting(HOST, '/api/v1/greetings/A da')],
  ['no Host', greeting('')],
  ['two Hosts', greeting(`${HOST}Host: evil.example\r\n`)],
  ['two Hosts alike', greeting(HOST + HOST)],
  [
    'two tokens',
    greeting(`${HOST}Authorization: Bearer ${customerSecret}\r\nauthorization: Bearer ${staffSecret}\r\n`),
  ],
  ['two content types', shout('Content-Type: text/plain\r\nContent-Length: 14\r\n', BODY)],
  ['the address of another server', greeting(HOST, 'http://evil.example/api/v1/greetings/Ada')],
  ['its own whole address', greeting(HOST, 'http://shop.test/api/v1/greetings/Ada')],
  ['a target without a slash', greeting(HOST, 'api/v1/greetings/Ada')],
  ['an asterisk', `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`],
  ['a tunnel', `CONNECT evil.example:443 HTTP/1.1\r\n${HOST}\r\n`],
  ['a method of nobody', `BREW /api/v1/greetings/Ada HTTP/1.1\r\n${HOST}\r\n`],
  ['another version', greeting(HOST, '/api/v1/greetings/Ada', '3.0')],
  ['HTTP/2 from the start', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['the hello of TLS', Buffer.from('16030100a5010000a10303', 'hex')],
])('%s is refused once and hung up on', async (_name, bytes) => {
  const { text } = await rawRequest(port, bytes)
  if (text !== '') {
    expect([400, 404, 405, 431]).toContain(statusOf(text))
    expect(text).not.toContain('Hello')
  }
  expect(answersIn(text)).toBeLessThanOrEqual(1)
})

test('an answer to a broken request carries the headers of every answer', async () => {
  const { text } = await rawRequest(port, 'HELLO\r\n\r\n')
  const head = text.split('\r\n\r\n', 1)[0] ?? ''
  for (const name of [
    'content-security-policy',
    'x-content-type-options',
    'x-frame-options',
    'referrer-policy',
    'permissions-policy',
    'cross-origin-opener-policy',
    'cross-origin-resource-policy',
    'cross-origin-embedder-policy',
    'cache-control',
    'x-request-id',
  ])
    // prettier-ignore
    expect(head).toContain(`\r\n${name}: `)
})

test.each(['GET', 'POST'])('HTTP/1.0 is understood (%s), and gets no second answer', async (method) => {
  const request =
    method === 'GET'
      ? 'GET /api/v1/greetings/Ada HTTP/1.0\r\n\r\n'
      : `POST /api/v1/shouts HTTP/1.0\r\nAuthorization: Bearer ${staffSecret}\r\nContent-Type: application/json\r\nContent-Length: 14\r\n\r\n${BODY}`
  expect([200, 201]).toContain(statusOf((await rawRequest(port, request)).text))
  // It ends with its answer, so nothing may come after it.
  expect(answersIn((await rawRequest(port, request + SMUGGLED)).text)).toBe(1)
})

test('two honest requests on one connection get two answers', async () => {
  const { text } = await rawRequest(
    port,
    `GET /api/v1/greetings/Ada HTTP/1.1\r\n${HOST}\r\n${greeting(HOST)}`,
  )
  expect(answersIn(text)).toBe(2)
  expect(text.match(/Hello Ada/g)).toHaveLength(2)
})

test.each([
  [`X-Big: ${'a'.repeat(20_000)}\r\n`, 431],
  [Array.from({ length: 800 }, (_, index) => `X-${String(index)}: ${'a'.repeat(20)}\r\n`).join(''), 431],
  [`Cookie: ${'a=b; '.repeat(5_000)}\r\n`, 431],
])('headers that are too large are 431', async (lines, status) => {
  const { text } = await rawRequest(port, greeting(HOST + lines))
  expect(statusOf(text)).toBe(status)
  expect(text).toContain('"code":"HEADERS_TOO_LARGE"')
})

test('a body that says it is too large is refused before it is sent', async () => {
  const { text, ms } = await rawRequest(port, shout('Content-Length: 900000000\r\n', '{'))
  expect(statusOf(text)).toBe(413)
  expect(ms).toBeLessThan(1_000)
})

test('a chunked body is measured while it comes', async () => {
  const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`
  const { text } = await rawRequest(port, shout('Transfer-Encoding: chunked\r\n', chunk.repeat(20)))
  expect([413, 0]).toContain(statusOf(text))
})

// JSON within the limit of size that would keep the process busy or break its stack.
test.each([
  ['nested a hundred thousand times', '['.repeat(100_000)],
  ['nested and closed', `{"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['nested objects', `{"text":${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}}`],
  ['half a million values', `{"text":[${'0,'.repeat(490_000)}0]}`],
  ['many keys', `{${Array.from({ length: 60_000 }, (_, index) => `"k${String(index)}":1`).join(',')}}`],
  ['a number of a million digits', `{"text":${'9'.repeat(1_000_000)}}`],
  ['the same key again and again', `{${'"text":"a",'.repeat(80_000)}"text":1}`],
])('%s is 400 in no time', async (_name, payload) => {
  const began = performance.now()
  const answer = await fetch(`http://127.0.0.1:${String(port)}/api/v1/shouts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${staffSecret}` },
    body: payload,
  })
  expect(answer.status).toBe(400)
  expect(performance.now() - began).toBeLessThan(1_500)
})
