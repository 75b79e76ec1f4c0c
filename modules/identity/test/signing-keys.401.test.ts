import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import { signingKeys } from '../sessions/signing-keys.ts'
import type { SigningKeyRow } from '../store/signing-keys.ts'
import { identityScene } from './scene.ts'

const MINUTE = 60
const DAY = 86_400

let scene: Awaited<ReturnType<typeof identityScene>>
beforeEach(async () => {
  scene = await identityScene()
  await scene.account()
  // The first key is as old as the shop, not as old as the test's database.
  await scene.h.db.pool.query("UPDATE identity.signing_keys SET created_at = '2026-01-10T00:00:00Z'")
})
afterEach(() => scene.h.close())

type Jwks = { keys: { kid: string }[] }
type Rotated = { number: number; signs_from: string; retired: { number: number; retired_at: string }[] }

const jwks = (): Promise<Jwks> => scene.h.call('getJwks', {}, { caller: 'server' })
const rotate = (immediately = false): Promise<Rotated> =>
  scene.h.call('rotateKeys', { immediately }, { caller: 'cli' })
const kidOf = (token: string): string | undefined => decodeProtectedHeader(token).kid
const token = async (): Promise<string> => (await scene.login()).access_token

test('others can check our tokens with the published keys and any library', async () => {
  const access = await token()
  const { payload } = await jwtVerify(access, createLocalJWKSet((await jwks()) as never), {
    issuer: 'http://localhost:8000',
    audience: 'shop',
    typ: 'at+jwt',
    algorithms: ['EdDSA'],
    currentDate: new Date('2026-01-15T12:00:01Z'),
  })
  expect(payload['sid']).toMatch(/^[0-9a-f-]{36}$/)
})

test('a new key is published an hour before it signs, and the old one is good until its last token has expired', async () => {
  const [old] = (await jwks()).keys
  expect(await rotate()).toEqual({
    number: 1,
    signs_from: '2026-01-15T13:00:00.000Z',
    retired: [{ number: 0, retired_at: '2026-01-15T13:16:00.000Z' }],
  })
  const [, next] = (await jwks()).keys
  expect((await jwks()).keys.map(({ kid }) => kid)).toEqual([old?.kid, next?.kid])
  expect(kidOf(await token())).toBe(old?.kid)
  scene.advance(60 * MINUTE - 1)
  const last = await token()
  expect(kidOf(last)).toBe(old?.kid)
  scene.advance(1)
  const first = await token()
  expect(kidOf(first)).toBe(next?.kid)
  scene.advance(15 * MINUTE - 2)
  expect(await scene.authenticate(last)).not.toBeNull()
  expect(await scene.authenticate(first)).not.toBeNull()
  scene.advance(62)
  expect((await jwks()).keys.map(({ kid }) => kid)).toEqual([next?.kid])
})

test('a token that a retired key signs is refused, however fresh it is', async () => {
  await rotate()
  scene.advance(76 * MINUTE)
  const { SignJWT } = await import('jose')
  const good = await token()
  const [, body = ''] = good.split('.')
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, string>
  const by = async (purpose: string): Promise<string> => {
    const twin = signingKeys(
      keyring(Buffer.alloc(32, 7)),
      async () => rowsOf(0, 1),
      async () => undefined,
    )
    const key = (await twin.published(new Date(0))).find(
      ({ number }) => purpose.endsWith(':1') === (number === 1),
    )
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key?.kid ?? '' })
      .sign(keyring(Buffer.alloc(32, 7)).signingKey(purpose))
  }
  expect(await scene.authenticate(await by('identity:access-token:1'))).not.toBeNull()
  expect(await scene.authenticate(await by('identity:access-token'))).toBeNull()
})

test('on suspicion of a leak every token signed before is refused at once, and refreshing goes on', async () => {
  const pair = await scene.login()
  expect(await scene.authenticate(pair.access_token)).not.toBeNull()
  expect(await rotate(true)).toMatchObject({
    number: 1,
    signs_from: '2026-01-15T12:00:00.000Z',
    retired: [{ number: 0, retired_at: '2026-01-15T12:00:00.000Z' }],
  })
  expect(await scene.authenticate(pair.access_token)).toBeNull()
  expect((await jwks()).keys).toHaveLength(1)
  const next: { access_token: string } = await scene.h.call('refresh', { refresh_token: pair.refresh_token })
  expect(await scene.authenticate(next.access_token)).not.toBeNull()
  expect((await scene.audited()).filter((action) => action === 'identity.keys-withdrawn')).toHaveLength(1)
})

test('a leak while the next key waits for its turn retires that one too', async () => {
  await rotate()
  expect((await rotate(true)).retired.map(({ number }) => number)).toEqual([0, 1])
  expect((await jwks()).keys).toHaveLength(1)
  expect(await scene.authenticate(await token())).not.toBeNull()
})

test('keys rotate by themselves every 30 days, once, however many ask', async () => {
  const count = async (): Promise<unknown> =>
    (await scene.h.db.pool.query('SELECT count(*)::int AS count FROM identity.signing_keys')).rows[0]
  scene.advance(24 * DAY)
  await scene.h.runSchedule('rotate-keys')
  expect(await count()).toEqual({ count: 1 })
  scene.advance(DAY)
  await Promise.all(Array.from({ length: 10 }, () => scene.h.runSchedule('rotate-keys')))
  expect(await count()).toEqual({ count: 2 })
  expect((await scene.audited()).filter((action) => action === 'identity.keys-rotated')).toHaveLength(1)
})

test('two who rotate at once make two keys, one after the other', async () => {
  const made = await Promise.all([rotate(), rotate()])
  expect(made.map(({ number }) => number).sort()).toEqual([1, 2])
})

function rowsOf(...numbers: number[]): SigningKeyRow[] {
  return numbers.map((number) => ({ number, signs_from: '1970-01-01T00:00:00.000Z', retired_at: null }))
}

/** Two processes over one table, of which one may hear nothing. */
function processes(rows: { now: readonly SigningKeyRow[] }) {
  const load = vi.fn(async () => rows.now)
  let tell: () => void = () => undefined
  const process = signingKeys(keyring(Buffer.alloc(32, 7)), load, async (changed) => void (tell = changed))
  return { process, load, tell: () => tell() }
}

const at = (ms: number): Date => new Date(Date.UTC(2026, 0, 1) + ms)

test('what changed before a process had begun to listen is known once it listens', async () => {
  const rows = { now: rowsOf(0) }
  let listening: () => void = () => undefined
  const process = signingKeys(
    keyring(Buffer.alloc(32, 7)),
    async () => rows.now,
    () => new Promise<void>((resolve) => (listening = resolve)),
  )
  expect((await process.current(at(0))).number).toBe(0)
  rows.now = rowsOf(1)
  listening()
  await new Promise((resolve) => setImmediate(resolve))
  expect((await process.current(at(1))).number).toBe(1)
})

test('a process that hears of a new key has it with the next token; one that hears nothing within five seconds', async () => {
  const rows = { now: rowsOf(0) }
  const [hearing, deaf] = [processes(rows), processes(rows)]
  expect((await hearing.process.current(at(0))).number).toBe(0)
  expect((await deaf.process.current(at(0))).number).toBe(0)
  // Beginning to listen makes both look again.
  await hearing.process.current(at(0))
  await deaf.process.current(at(0))
  rows.now = rowsOf(1)
  hearing.tell()
  expect((await hearing.process.current(at(1))).number).toBe(1)
  expect((await deaf.process.current(at(4_999))).number).toBe(0)
  expect((await deaf.process.current(at(5_000))).number).toBe(1)
})

test('a key ends at its moment, not at the next look', async () => {
  const [old, next] = rowsOf(0, 1)
  const { process, load } = processes({ now: [{ ...old!, retired_at: at(1_000).toISOString() }, next!] })
  await process.current(at(0))
  load.mockClear()
  const [key] = await process.published(at(0))
  expect(await process.byHeader(key?.header ?? '', at(999))).not.toBeNull()
  expect(await process.byHeader(key?.header ?? '', at(1_000))).toBeNull()
  expect((await process.published(at(1_000))).map(({ number }) => number)).toEqual([1])
  expect(load).toHaveBeenCalledTimes(1)
})

test('a header of a key that is new is looked up at once, but strangers’ headers cost one look a second at most', async () => {
  const rows = { now: rowsOf(0) }
  const { process, load } = processes(rows)
  const [, next] = await processes({ now: rowsOf(0, 1) }).process.published(at(0))
  await process.current(at(0))
  await process.current(at(0))
  load.mockClear()
  for (let n = 0; n < 1_000; n += 1) expect(await process.byHeader(`stranger-${String(n)}`, at(n))).toBeNull()
  expect(load).toHaveBeenCalledTimes(0)
  rows.now = rowsOf(0, 1)
  expect((await process.byHeader(next?.header ?? '', at(1_000)))?.number).toBe(1)
  expect(load).toHaveBeenCalledTimes(1)
})

test('where the database cannot be asked, no token is taken', async () => {
  const load = vi.fn(async () => rowsOf(0))
  const process = signingKeys(keyring(Buffer.alloc(32, 7)), load, () => Promise.reject(new Error('down')))
  const { header } = await process.current(at(0))
  load.mockRejectedValue(new Error('down'))
  expect(await process.byHeader(header, at(4_000))).not.toBeNull()
  await expect(process.byHeader(header, at(6_000))).rejects.toThrow('down')
  load.mockResolvedValue(rowsOf(0))
  expect(await process.byHeader(header, at(6_001))).not.toBeNull()
})
