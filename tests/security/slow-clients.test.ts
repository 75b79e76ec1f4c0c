import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { staffSecret, toyServer } from '@rampart/platform/http/test/toy-server.ts'
import { portOf, rawExchange, statusOf } from '../support/raw-socket.ts'

const limits = {
  headersMs: 600,
  requestMs: 1_200,
  silenceMs: 1_500,
  keepAliveMs: 1_000,
  lookEveryMs: 100,
  readRate: 200_000,
  slowReadMs: 600,
}
let server: Awaited<ReturnType<typeof toyServer>>
let port = 0
beforeAll(async () => {
  server = await toyServer({
    connections: limits,
    extend: (app) => void app.get('/large', (_request, reply) => reply.send(Buffer.alloc(60_000_000, 'x'))),
  })
  port = await portOf(server.app)
})
afterAll(() => server.close())

/** Writes one byte every so often until the connection is gone. */
function drip(socket: Socket, bytes: string, everyMs: number): void {
  let at = 0
  const timer = setInterval(() => {
    if (socket.destroyed || !socket.writable) clearInterval(timer)
    else socket.write(bytes[at++ % bytes.length] ?? 'x')
  }, everyMs)
  socket.on('close', () => clearInterval(timer))
}

const isUp = async (): Promise<boolean> =>
  (await fetch(`http://127.0.0.1:${String(port)}/api/v1/greetings/Ada`)).ok

test('headers that never end are answered with 408 and hung up on in time', async () => {
  const { text, ms } = await rawExchange(port, (socket) => {
    socket.write('GET /api/v1/greetings/Ada HTTP/1.1\r\nHost: shop.test\r\nX-Slow: ')
    drip(socket, 'a', 40)
  })
  expect(statusOf(text)).toBe(408)
  expect(text).toContain('"code":"REQUEST_TIMEOUT"')
  expect(text).toContain('content-security-policy: ')
  expect(ms).toBeLessThan(limits.headersMs + 1_000)
})

test('a body that never ends is answered with 408 and hung up on in time', async () => {
  const { text, ms } = await rawExchange(port, (socket) => {
    socket.write(
      'POST /api/v1/shouts HTTP/1.1\r\nHost: shop.test\r\nContent-Type: application/json\r\n' +
        `Authorization: Bearer ${staffSecret}\r\nContent-Length: 100000\r\n\r\n{"text":"`,
    )
    drip(socket, 'a', 40)
  })
  expect(statusOf(text)).toBe(408)
  expect(ms).toBeLessThan(limits.requestMs + 1_500)
})

test('a chunked body that never ends is no way around', async () => {
  const { text, ms } = await rawExchange(port, (socket) => {
    socket.write(
      'POST /api/v1/shouts HTTP/1.1\r\nHost: shop.test\r\nContent-Type: application/json\r\n' +
        `Authorization: Bearer ${staffSecret}\r\nTransfer-Encoding: chunked\r\n\r\n`,
    )
    drip(socket, '1\r\na\r\n', 20)
  })
  expect(statusOf(text)).toBe(408)
  expect(ms).toBeLessThan(limits.requestMs + 1_500)
})

test('a connection that says nothing, and one that is done, are hung up on', async () => {
  const silent = await rawExchange(port, () => undefined)
  expect(silent.ms).toBeLessThan(limits.silenceMs + 1_500)
  const done = await rawExchange(port, (socket) => {
    socket.write('GET /api/v1/greetings/Ada HTTP/1.1\r\nHost: shop.test\r\n\r\n')
  })
  expect(statusOf(done.text)).toBe(200)
  expect(done.ms).toBeLessThan(limits.keepAliveMs + 2_500)
})

// Planted bug: without the look at slow readers these connections live, with all they were to be told in memory.
test('whoever takes a large answer in drops is hung up on', async () => {
  const began = performance.now()
  const gone = await new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('GET /large HTTP/1.1\r\nHost: shop.test\r\n\r\n')
      socket.pause()
    })
    const sip = setInterval(() => void socket.read(500), 50)
    const timer = setTimeout(() => finish(false), 8_000)
    const finish = (answer: boolean): void => {
      clearInterval(sip)
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    // A paused socket does not say that it ended: the server knows.
    const look = setInterval(() => {
      server.app.server.getConnections((_error, count) => {
        if (count > 0 || performance.now() - began < 300) return
        clearInterval(look)
        finish(true)
      })
    }, 50)
    socket.on('error', () => undefined)
  })
  expect(gone).toBe(true)
  expect(performance.now() - began).toBeLessThan(5_000)
})

test('whoever reads at an honest pace gets all of it', async () => {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/large`)
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += (chunk as Uint8Array).length
    await sleep(1)
  }
  expect(bytes).toBe(60_000_000)
})

test('hundreds of them at once do not keep others from being answered', async () => {
  const slow = Array.from({ length: 300 }, () =>
    rawExchange(port, (socket) => {
      socket.write('GET / HTTP/1.1\r\nHost: shop.test\r\nX-Slow: ')
      drip(socket, 'a', 100)
    }),
  )
  await sleep(200)
  const began = performance.now()
  expect(await isUp()).toBe(true)
  expect(performance.now() - began).toBeLessThan(1_000)
  const answers = await Promise.all(slow)
  expect(answers.every(({ text, cut }) => cut || statusOf(text) === 408)).toBe(true)
  expect(await isUp()).toBe(true)
})
