import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { EDGE } from '../../contract/call-context.ts'
import { defineContract } from '../../contract/define-contract.ts'
import { dispatcher } from '../../contract/dispatcher.ts'
import { Bytes } from '../../contract/fields.ts'
import { localLink } from '../../contract/link.ts'
import type { StaffPrincipal } from '../../contract/principal.ts'
import { noLimits } from '../../limits/create-limits.ts'
import { silentLog } from '../../log/create-log.ts'
import { credentialCookies } from '../cookies.ts'
import { httpServer } from '../http-server.ts'
import { routeTable } from '../route-table.ts'

const PART = 200_000
const Place = z.strictObject({ part: z.int(), parts: z.int() })
const staff = { allow: ['staff'], permission: 'archive:read', fresh: true } as const

const archive = defineContract({
  name: 'archive',
  operations: {
    takeAll: {
      kind: 'query',
      summary: 'A long file.',
      http: { method: 'GET', path: '/archive', answer: 'binary', rest: 'takeMore' },
      access: staff,
      input: z.strictObject({ parts: z.coerce.number().int() }),
      output: z.strictObject({
        content_type: z.string(),
        bytes: Bytes,
        attachment: z.string(),
        next: Place.nullable(),
      }),
    },
    takeMore: {
      kind: 'query',
      summary: 'The rest of it.',
      access: { modules: ['server'] },
      input: Place,
      output: z.strictObject({ bytes: Bytes, next: Place.nullable() }),
    },
  },
})

let app: FastifyInstance | undefined
afterEach(() => app?.close())

type Scene = { url: string; asked: number[]; principal: StaffPrincipal | null; brokenAt: number }

async function scene(): Promise<Scene> {
  const principal: StaffPrincipal = {
    kind: 'staff',
    id: 'a1',
    session_id: 's1',
    role: 'admin',
    permissions: ['archive:read'],
    authenticated_at: Date.now(),
  }
  const state: Scene = { url: '', asked: [], principal, brokenAt: 0 }
  // The third part is empty: nothing may take that for the end.
  const bytesOf = (part: number): Uint8Array<ArrayBuffer> =>
    part === 3 ? new Uint8Array() : new Uint8Array(PART).fill(part % 251)
  const nextOf = (part: number, parts: number) => (part === parts ? null : { part: part + 1, parts })
  const link = localLink(
    dispatcher(archive, {
      takeAll: ({ parts }) =>
        Promise.resolve({
          content_type: 'text/plain',
          bytes: bytesOf(1),
          attachment: 'all.txt',
          next: nextOf(1, parts),
        }),
      takeMore: ({ part, parts }) => {
        state.asked.push(part)
        if (part === state.brokenAt) throw new Error('The disk is gone.')
        return Promise.resolve({ bytes: bytesOf(part), next: nextOf(part, parts) })
      },
    }),
  )
  const publicUrl = 'http://127.0.0.1'
  app = httpServer({
    routes: routeTable([archive]),
    edge: {
      linkTo: () => link,
      authenticate: () => Promise.resolve(state.principal),
      cookies: credentialCookies(publicUrl),
      idempotency: () => Promise.reject(new Error('nobody asks')),
      limits: noLimits,
      corsOrigins: [],
      publicOrigin: publicUrl,
      deadlineMs: 5_000,
    },
    log: silentLog,
    publicUrl,
    trustProxy: [],
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  state.url = `http://127.0.0.1:${String((app.server.address() as AddressInfo).port)}/api/v1/archive`
  return state
}

function open({ url }: Scene, parts: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(`${url}?parts=${String(parts)}`, { headers: { authorization: 'Bearer x' } }, resolve).on(
      'error',
      reject,
    )
  })
}

async function read(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

test('a long file arrives whole and in order, also over an empty part', async () => {
  const s = await scene()
  const answer = await open(s, 20)
  expect(answer.headers).toMatchObject({
    'content-disposition': 'attachment; filename="all.txt"',
    'cache-control': 'private, no-store',
    'transfer-encoding': 'chunked',
  })
  const file = await read(answer)
  const parts = Array.from({ length: 20 }, (_, index) => index + 1).filter((part) => part !== 3)
  expect(file.equals(Buffer.concat(parts.map((part) => Buffer.alloc(PART, part))))).toBe(true)
  expect((await read(await open(s, 1))).byteLength).toBe(PART)
})

test('no more is read than the client takes, and nothing any more once it is gone', async () => {
  const s = await scene()
  const answer = await open(s, 1_000)
  await sleep(500)
  const held = s.asked.length
  // What lies in the buffers of both ends of the connection, some megabytes, and not 200 MB.
  expect(held).toBeLessThan(100)
  answer.destroy()
  await sleep(300)
  const after = s.asked.length
  await sleep(300)
  expect(s.asked.length).toBe(after)
})

test('a part that fails breaks the connection: half a file never looks like all of it', async () => {
  const s = await scene()
  s.brokenAt = 6
  await expect(read(await open(s, 20))).rejects.toThrow('aborted')
  expect(s.asked.at(-1)).toBe(6)
})

test.each([
  ['was signed out', null],
  ['lost the permission', { kind: 'staff', id: 'a1', session_id: 's1', role: 'admin', permissions: [] }],
] as const)('who %s in between gets no more of it', async (_what, principal) => {
  const s = await scene()
  const answer = await open(s, 1_000)
  await sleep(200)
  s.principal = principal
  await expect(read(answer)).rejects.toThrow('aborted')
  expect(s.asked.length).toBeLessThan(200)
})

test('a proof that was fresh at the beginning lasts until the end', async () => {
  const s = await scene()
  const answer = await open(s, 200)
  s.principal = { ...(s.principal as StaffPrincipal), authenticated_at: 0 }
  expect((await read(answer)).byteLength).toBe(PART * 199)
})

test('the rest is for the server alone', async () => {
  const s = await scene()
  const answer = await fetch(s.url.replace('/archive', '/takeMore?part=2&parts=3'))
  expect(answer.status).toBe(404)
  const { takeAll, takeMore } = archive.operations
  const open = { ...takeMore, access: { modules: [EDGE] } }
  expect(() => defineContract({ name: 'archive', operations: { takeAll, takeMore: open } })).toThrow(
    'takeMore',
  )
  expect(() => defineContract({ name: 'archive', operations: { takeAll } })).toThrow('no operation takeMore')
})
