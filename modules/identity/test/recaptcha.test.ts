import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { silentLog } from '@rampart/platform/log/create-log.ts'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { challenges, type Challenges } from '../challenge/challenges.ts'
import { proofOfWork } from '../challenge/proof-of-work.ts'
import { recaptcha, RECAPTCHA_ACTION } from '../challenge/recaptcha.ts'
import { identityScene } from './scene.ts'
import { solvedChallenge } from './solve.ts'

// Planted and seen to fail: host name, action and score not looked at; redirects followed; no limit of size; an
// unreachable Google that lets pass.

const SECRET = 'the-secret-of-this-shop-1234'
const good = { success: true, score: 0.9, action: RECAPTCHA_ACTION, hostname: 'shop.example' }

type Reply = (request: IncomingMessage, response: ServerResponse, body: string) => void
let reply: Reply
const asked: string[] = []
const google = createServer((request, response) => {
  let body = ''
  request.on('data', (chunk: Buffer) => (body += chunk.toString()))
  request.on('end', () => {
    asked.push(body)
    reply(request, response, body)
  })
})
let address: string

let scene: Awaited<ReturnType<typeof identityScene>>
let desk: Challenges
const now = new Date('2026-01-15T12:00:00.000Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000)

beforeAll(async () => {
  await new Promise<void>((resolve) => google.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${String((google.address() as AddressInfo).port)}/siteverify`
})
afterAll(() => google.close())
beforeEach(async () => {
  scene = await identityScene()
  desk = deskAt(address)
  asked.length = 0
})
afterEach(() => scene.h.close())

// A busy machine may take its time to answer; only silence is not worth waiting for.
const [PATIENT_MS, SILENCE_MS] = [10_000, 300]

function deskAt(place: string, timeoutMs = PATIENT_MS): Challenges {
  const google = {
    siteKey: 'site-key',
    secret: SECRET,
    hostname: 'shop.example',
    address: place,
    timeoutMs,
  }
  return challenges({
    db: scene.h.db,
    log: silentLog,
    proofOfWork: proofOfWork(keyring(Buffer.alloc(32, 7))),
    recaptcha: recaptcha(google),
  })
}

const verdict =
  (value: unknown): Reply =>
  (_request, response) =>
    void response.end(JSON.stringify(value))

test('the page is told which key and action to use', async () => {
  expect(await desk.task(now)).toEqual({ kind: 'recaptcha', site_key: 'site-key', action: RECAPTCHA_ACTION })
})

test('a good verdict lets pass, and Google is asked with our secret and nothing about the visitor', async () => {
  reply = verdict(good)
  expect(await desk.passes('a-token', now)).toBe(true)
  expect(asked).toEqual([`secret=${SECRET}&response=a-token`])
})

test.each([
  ['no success', { ...good, success: false }],
  ['a low score', { ...good, score: 0.4 }],
  ['no score', { ...good, score: undefined }],
  ['another action', { ...good, action: 'login' }],
  ['another site', { ...good, hostname: 'evil.example' }],
  ['an answer of no words', { success: true }],
])('%s does not let pass', async (_name, value) => {
  reply = verdict(value)
  expect(await desk.passes('a-token', now)).toBe(false)
  expect((await desk.task(now)).kind).toBe('recaptcha')
})

const SILENT = 'says nothing'
const broken: readonly [string, Reply][] = [
  ['says 500', (_request, response) => void response.writeHead(500).end()],
  [SILENT, () => undefined],
  ['says what is no JSON', (_request, response) => void response.end('<html>')],
  [
    'says too much',
    (_request, response) => void response.end(JSON.stringify({ ...good, more: 'x'.repeat(20_000) })),
  ],
  [
    'sends us elsewhere',
    (request, response) => {
      if (request.url === '/siteverify') response.writeHead(307, { location: '/other' }).end()
      else response.end(JSON.stringify(good))
    },
  ],
  ['does not know our secret', verdict({ success: false, 'error-codes': ['invalid-input-secret'] })],
]

test.each(broken)('while Google %s, a proof of work takes its place', async (name, how) => {
  reply = how
  if (name === SILENT) desk = deskAt(address, SILENCE_MS)
  // Without an outage a proof of work is worth nothing here.
  expect(await desk.passes(await solvedChallenge(scene.h.call), now)).toBe(false)
  expect((await desk.task(later(1))).kind).toBe('proof_of_work')
  // Every process knows it.
  expect((await deskAt(address).task(later(1))).kind).toBe('proof_of_work')
  expect(await desk.passes('a-token', later(1))).toBe(false)
  expect(await desk.passes(await solvedChallenge(scene.h.call), later(1))).toBe(true)
  // A minute later Google is asked again, and whoever still works has five minutes to finish.
  expect((await desk.task(later(61))).kind).toBe('recaptcha')
  scene.advance(299)
  expect(await desk.passes(await solvedChallenge(scene.h.call), later(299))).toBe(true)
  expect(await desk.passes(await solvedChallenge(scene.h.call), later(361))).toBe(false)
})

test('nobody there is as good as no answer', async () => {
  const nowhere = deskAt('http://127.0.0.1:1/siteverify')
  expect(await nowhere.passes('a-token', now)).toBe(false)
  expect((await nowhere.task(later(1))).kind).toBe('proof_of_work')
})
