import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import type { Principal } from '@rampart/platform/contract/principal.ts'
import { mailScene, ORDER_ID, orderOf, readMail } from './scene.ts'

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function open(...given: Parameters<typeof mailScene>) {
  const scene = await mailScene(...given)
  closers.push(scene.close)
  return scene
}

type Answer = (line: string) => string | null

/** A mail server of a few lines: keeps what it gets, and answers what `answer` says instead of yes. */
async function mailServer(answer: Answer = () => null) {
  const received: string[] = []
  const envelopes: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let data: string[] | null = null
    socket.write('220 test\r\n')
    let buffered = ''
    socket.on('data', (chunk) => {
      buffered += chunk.toString()
      for (let end = buffered.indexOf('\r\n'); end >= 0; end = buffered.indexOf('\r\n')) {
        const line = buffered.slice(0, end)
        buffered = buffered.slice(end + 2)
        if (data !== null && line !== '.') data.push(line.replace(/^\.\./, '.'))
        else if (data !== null) {
          const refusal = answer('END')
          if (refusal === null) received.push(data.join('\r\n'))
          data = null
          socket.write(refusal ?? '250 taken\r\n')
        } else if (/^(MAIL|RCPT)/.test(line)) {
          envelopes.push(line)
          socket.write(answer(line) ?? '250 ok\r\n')
        } else if (line === 'DATA') {
          data = []
          socket.write('354 go\r\n')
        } else socket.write(line.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n')
      }
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as { port: number }
  closers.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((closed) => server.close(closed))
  })
  return { received, envelopes, url: `smtp://127.0.0.1:${port}` }
}

test('an event that is delivered ten times makes one mail', async () => {
  const scene = await open()
  const id = newId()
  for (let time = 0; time < 10; time++) await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID }, id)
  expect(await scene.files()).toHaveLength(1)
  expect(await scene.rows()).toMatchObject([{ status: 'sent', attempts: 1, recipient: 'ada@example.com' }])
})

test('a job that runs many times at once sends once', async () => {
  const server = await mailServer()
  const scene = await open({}, { smtp_url: server.url })
  await scene.h.deliver('orders.order-paid.v1', { order_id: ORDER_ID })
  const [job] = scene.h.takeJobs()
  await Promise.allSettled(Array.from({ length: 20 }, () => scene.h.runJob(job!.name, job!.payload)))
  await scene.h.runJob(job!.name, job!.payload)
  expect(server.received).toHaveLength(1)
  expect(server.envelopes).toEqual(['MAIL FROM:<shop@example.com>', 'RCPT TO:<ada@example.com>'])
  expect(readMail(server.received[0]!).html).toContain('Thank you, Ada')
})

test('a mail that could not be sent waits and is tried again', async () => {
  let down = true
  const server = await mailServer((line) => (down && line.startsWith('RCPT') ? '451 later\r\n' : null))
  const scene = await open({}, { smtp_url: server.url })
  await scene.h.deliver('orders.order-paid.v1', { order_id: ORDER_ID })
  const [job] = scene.h.takeJobs()
  await expect(scene.h.runJob(job!.name, job!.payload)).rejects.toThrow()
  expect(await scene.rows()).toMatchObject([{ status: 'waiting', attempts: 1 }])
  down = false
  await scene.h.runJob(job!.name, job!.payload)
  expect(await scene.rows()).toMatchObject([{ status: 'sent', attempts: 2 }])
  expect(server.received).toHaveLength(1)
})

test('a recipient that the server refuses for good is not tried again', async () => {
  const server = await mailServer((line) => (line.startsWith('RCPT') ? '550 nobody here\r\n' : null))
  const scene = await open({}, { smtp_url: server.url })
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  expect(await scene.rows()).toMatchObject([{ status: 'failed', attempts: 1 }])
})

test('a message whose sender died is sent by another when the claim has run out', async () => {
  const scene = await open()
  await scene.h.deliver('orders.order-paid.v1', { order_id: ORDER_ID })
  const [job] = scene.h.takeJobs()
  await scene.h.db.pool.query(
    "UPDATE notifications.messages SET status = 'sending', claimed_at = '2026-01-15T12:00:00Z'",
  )
  await expect(scene.h.runJob(job!.name, job!.payload)).rejects.toThrow('elsewhere')
  scene.advance(6)
  await scene.h.runJob(job!.name, job!.payload)
  expect(await scene.files()).toHaveLength(1)
})

test.each([
  ['line breaks', 'R-1\r\nBcc: eve@example.com'],
  ['other separators', 'R-1\u2028Bcc: eve@example.com\u0085x\u0000'],
])('no header can be injected through %s', async (_what, number) => {
  const scene = await open(
    { order: () => orderOf({ number }) },
    { shop_name: 'Shop\r\nBcc: eve@example.com' },
  )
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  const [mail] = await scene.mails()
  expect(mail!.headers.has('bcc')).toBe(false)
  expect(mail!.headers.get('to')).toEqual(['ada@example.com'])
})

test.each([
  'ada@example.com, eve@example.com',
  'ada@example.com\r\nRCPT TO:<eve@example.com>',
  '"ada, eve@example.com" <x@example.com>',
  'group: ada@example.com;',
])('a recipient that is not one plain address gets nothing: %s', async (email) => {
  const server = await mailServer()
  const scene = await open({ order: () => orderOf({ email }) }, { smtp_url: server.url })
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  expect(server.envelopes).toEqual([])
  expect(await scene.rows()).toMatchObject([{ status: 'failed' }])
})

test('staff with the permission see the mails of an order, without their text', async () => {
  const scene = await open()
  const principal: Principal = {
    kind: 'staff',
    id: newId(),
    session_id: newId(),
    role: 'staff',
    permissions: ['notifications:read'],
  }
  await scene.tell('orders.order-paid.v1', { order_id: ORDER_ID })
  await scene.tell('orders.order-shipped.v1', { order_id: ORDER_ID })
  await scene.tell('orders.order-paid.v1', { order_id: newId() })
  const list = (
    input: object,
  ): Promise<{ items: { template: string; status: string }[]; next_cursor: string | null }> =>
    scene.h.call('listMessages', input, { principal })
  const ofOrder = await list({ order_id: ORDER_ID })
  expect(ofOrder.items.map((item) => [item.template, item.status])).toEqual([
    ['order-shipped', 'sent'],
    ['order-confirmation', 'sent'],
  ])
  const first = await list({ limit: 2 })
  expect((await list({ limit: 2, cursor: first.next_cursor })).items).toHaveLength(1)
  await expect(list({ cursor: 'x' })).rejects.toMatchObject({ code: 'NOTIFICATIONS_BAD_CURSOR' })
  await expect(scene.h.call('listMessages', {})).rejects.toMatchObject({ status: 401 })
  const clerk = { ...principal, permissions: ['orders:*'] }
  await expect(scene.h.call('listMessages', {}, { principal: clerk })).rejects.toMatchObject({ status: 403 })
})
