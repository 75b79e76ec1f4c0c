// A token is taken when its header is one of ours byte for byte, its signature is by that key, its claims are ours and
// current, and its session is open. Seen to fail with each of these taken away: the header's comparison, the signature,
// the canonical shape, issuer, `exp`, `nbf`, the session's account and audience, the key's retirement.
import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyring } from '@rampart/platform/crypto/keys.ts'
import { EMAIL, identityScene, PASSWORD } from './scene.ts'

type Fields = Record<string, unknown>

const master = keyring(Buffer.alloc(32, 7))
const ours = master.signingKey('identity:access-token')
const strange = generateKeyPairSync('ed25519').privateKey
const spki = createPublicKey(ours).export({ type: 'spki', format: 'der' })
const pem = createPublicKey(ours).export({ type: 'spki', format: 'pem' })
const ourJwk = createPublicKey(ours).export({ format: 'jwk' })
const strangeJwk = createPublicKey(strange).export({ format: 'jwk' })

let scene: Awaited<ReturnType<typeof identityScene>>
let genuine = ''
let header: Fields = {}
let claims: Fields = {}
let other: { sub: string; sid: string }

beforeAll(async () => {
  scene = await identityScene()
  await scene.account()
  await scene.account('grace@example.com')
  genuine = (await scene.login()).access_token
  ;[header, claims] = partsOf(genuine).map((part) => JSON.parse(part) as Fields) as [Fields, Fields]
  other = JSON.parse(partsOf((await scene.login('grace@example.com')).access_token)[1] ?? '') as typeof other
})
afterAll(() => scene.h.close())

function partsOf(token: string): string[] {
  return token
    .split('.')
    .slice(0, 2)
    .map((part) => Buffer.from(part, 'base64url').toString())
}

const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

/** A token by our own key unless told, with fields changed; `undefined` leaves one out. */
function made(over: { header?: unknown; claims?: Fields; body?: string; key?: KeyObject }): string {
  const head = typeof over.header === 'string' ? over.header : { ...header, ...(over.header as Fields) }
  const body = over.body ?? { ...claims, ...over.claims }
  const text = `${encode(head)}.${encode(body)}`
  return `${text}.${sign(null, Buffer.from(text), over.key ?? ours).toString('base64url')}`
}

function byHmac(secret: string | Buffer): string {
  const text = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
}

function withSignature(change: (signature: Buffer) => Buffer | string): string {
  const [head, body, signature = ''] = genuine.split('.')
  const changed = change(Buffer.from(signature, 'base64url'))
  return `${head}.${body}.${typeof changed === 'string' ? changed : changed.toString('base64url')}`
}

/** The same signature with the group's order added to its scalar: right by the equation, wrong by RFC 8032. */
function plusOrder(signature: Buffer): Buffer {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const scalar = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order
  const bytes = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse()
  return Buffer.concat([signature.subarray(0, 32), bytes])
}

const seconds = (): number => Number(claims['iat'])

const forgeries: Record<string, () => string[]> = {
  'no algorithm': () =>
    ['none', 'None', 'NONE', 'nOnE', '', null].flatMap((alg) => {
      const [head, body] = [encode({ ...header, alg }), encode(claims)]
      return [`${head}.${body}.`, `${head}.${body}`, made({ header: { alg } })]
    }),
  'HMAC with the public key': () => [
    byHmac(pem),
    byHmac(spki),
    byHmac(JSON.stringify(ourJwk)),
    byHmac(String(ourJwk.x)),
    byHmac(Buffer.from(String(ourJwk.x), 'base64url')),
    byHmac(''),
  ],
  'another algorithm’s name': () =>
    ['Ed25519', 'eddsa', 'ES256', 'RS256', 'HS256', ['EdDSA'], 1].map((alg) => made({ header: { alg } })),
  'another type': () =>
    ['JWT', 'jwt', 'at+JWT', 'application/at+jwt', 'logout+jwt', '', undefined].map((typ) =>
      made({ header: { typ } }),
    ),
  'another key': () => [
    made({ key: strange }),
    made({ key: keyring(Buffer.alloc(32, 8)).signingKey('identity:access-token') }),
    made({ key: master.signingKey('identity:access-token:1') }),
    made({ key: master.signingKey('oauth:tokens') }),
  ],
  'kid that points elsewhere': () =>
    [
      undefined,
      '',
      'unknown',
      String(strangeJwk.x),
      '../../../../dev/null',
      "' OR 1=1 --",
      'https://elsewhere.example/key',
      0,
      null,
      [header['kid']],
    ].flatMap((kid) => [made({ header: { kid } }), made({ header: { kid }, key: strange })]),
  'a key brought along': () =>
    [
      { jwk: strangeJwk },
      { jku: 'https://elsewhere.example/jwks.json' },
      { x5u: 'https://elsewhere.example/certificate.pem' },
      { x5c: [spki.toString('base64')] },
      { x5t: 'x' },
    ].flatMap((more) => [made({ header: more, key: strange }), made({ header: more })]),
  'extensions that must be understood': () => [
    made({ header: { crit: ['exp'] } }),
    made({ header: { crit: [] } }),
    made({ header: { crit: ['b64'], b64: false } }),
    made({ header: { zip: 'DEF' } }),
    made({ header: { cty: 'JWT' } }),
  ],
  'another spelling of the header': () => [
    made({ header: `${JSON.stringify(header)} ` }),
    made({ header: `\ufeff${JSON.stringify(header)}` }),
    made({ header: JSON.stringify(header).replace('{', '{"alg":"none",') }),
    made({ header: JSON.stringify(Object.fromEntries(Object.entries(header).reverse())) }),
    made({ header: '{' }),
    made({ header: '[]' }),
  ],
  'another issuer': () =>
    ['https://elsewhere.example', `${String(claims['iss'])}/`, '', undefined, null, [claims['iss']]].map(
      (iss) => made({ claims: { iss } }),
    ),
  'another audience': () =>
    ['staff', 'any', '', undefined, null, ['shop'], ['shop', 'staff'], 'SHOP'].map((aud) =>
      made({ claims: { aud } }),
    ),
  'another person or session': () => [
    made({ claims: { sub: other.sub } }),
    made({ claims: { sid: other.sid } }),
    made({ claims: { sub: '01890000-0000-7000-8000-000000000000' } }),
    made({ claims: { sid: '01890000-0000-7000-8000-000000000000' } }),
    ...[undefined, null, '', '*', 'not a session', [claims['sid']], String(claims['sid']).toUpperCase()].map(
      (sid) => made({ claims: { sid } }),
    ),
    ...[undefined, null, '', [claims['sub']], ` ${String(claims['sub'])}`].map((sub) =>
      made({ claims: { sub } }),
    ),
  ],
  'out of its time': () =>
    [
      { exp: seconds() },
      { exp: seconds() - 1 },
      { exp: -1 },
      { exp: undefined },
      { exp: null },
      { exp: 'never' },
      { exp: String(seconds() + 900) },
      { exp: [seconds() + 900] },
      { nbf: seconds() + 60 },
      { nbf: 'now' },
      { nbf: null },
    ].map((over) => made({ claims: over })),
  'a payload that is none': () => [
    made({ body: '' }),
    made({ body: 'null' }),
    made({ body: '[]' }),
    made({ body: '"x"' }),
    made({ body: '{' }),
    made({ body: JSON.stringify(claims).slice(0, -1) }),
  ],
  'cut or stretched': () => [
    '',
    '.',
    '..',
    'x',
    'a.b.c',
    ...[1, 2, 4, 43, 85, 86, 87].map((length) => genuine.slice(0, -length)),
    ...[1, 10, 60].map((length) => genuine.slice(length)),
    `${genuine}.`,
    `${genuine}.x`,
    `.${genuine}`,
    `${genuine}A`,
    genuine.replace('.', '..'),
    genuine.repeat(5),
    `${genuine}.${genuine}`,
  ],
  'a signature that was touched': () => [
    withSignature(() => ''),
    withSignature(() => Buffer.alloc(64)),
    withSignature(() => Buffer.alloc(64, 1)),
    withSignature((signature) => Buffer.concat([signature, Buffer.alloc(1)])),
    withSignature((signature) => signature.reverse()),
    withSignature(plusOrder),
    ...[0, 31, 32, 63].map((at) =>
      withSignature((signature) => {
        signature[at]! ^= 1
        return signature
      }),
    ),
    withSignature((signature) => signature.toString('base64')),
    withSignature((signature) => signature.toString('hex')),
    // The last character holds four bits that say nothing.
    ...[1, 2, 3].map((bits) => withSignature((signature) => otherSpelling(signature, bits))),
  ],
  'the body of one, the signature of another': () => {
    const [head, , signature] = genuine.split('.')
    return [
      `${head}.${encode({ ...claims, aud: 'staff' })}.${signature}`,
      `${head}.${encode({ ...claims, exp: seconds() + 90_000 })}.${signature}`,
      `${head}.${encode(JSON.stringify(claims).replace('}', ' }'))}.${signature}`,
    ]
  },
  'tricks with characters': () => [
    ` ${genuine}`,
    `${genuine} `,
    `${genuine}\n`,
    `${genuine}\u0000`,
    `${genuine}=`,
    `\ufeff${genuine}`,
    genuine.replace('.', '\u2024'),
    genuine.replaceAll('.', '\uff0e'),
    genuine.replace('e', '\uff45'),
    genuine.replace('e', '\u0435'),
    genuine.replace('.', '.\u200b'),
    genuine.replace('.', '%2e'),
    genuine.slice(0, 9) + '+' + genuine.slice(9),
    genuine.toUpperCase(),
    // In Latin-1 these are the token's own characters with another high byte.
    Array.from(genuine, (character) => String.fromCodePoint(character.codePointAt(0)! + 0x100)).join(''),
  ],
}

function otherSpelling(signature: Buffer, bits: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const text = signature.toString('base64url')
  return text.slice(0, -1) + alphabet.charAt(alphabet.indexOf(text.at(-1) ?? '') + bits)
}

test('a token that is made by hand as ours are is taken: the forgeries below fail for what they forge', async () => {
  expect(made({})).toBe(genuine)
  expect(await scene.authenticate(made({}))).toMatchObject({ kind: 'customer', id: claims['sub'] })
  expect(await scene.authenticate(made({ claims: { nbf: seconds() } }))).not.toBeNull()
})

test.each(Object.keys(forgeries))('%s: nobody’s', async (name) => {
  const tokens = forgeries[name]?.() ?? []
  expect(tokens.length).toBeGreaterThan(2)
  for (const token of tokens) {
    expect(token).not.toBe(genuine)
    for (const audience of ['any', 'shop', 'staff']) {
      expect(await scene.authenticate(token.slice(0, 4_000), 'bearer', audience), token).toBeNull()
    }
  }
  // A genuine one beside them is still good, before and after.
  expect(await scene.authenticate(genuine)).not.toBeNull()
})

test('refresh tokens, session tokens and one-time tokens are no access tokens', async () => {
  const pair = await scene.login()
  const { session_token }: { session_token: string } = await scene.h.call('startSession', {
    email: EMAIL,
    password: PASSWORD,
  })
  for (const secret of [pair.refresh_token, session_token])
    expect(await scene.authenticate(secret)).toBeNull()
  for (const secret of [pair.refresh_token, pair.access_token]) {
    expect(await scene.authenticate(secret, 'session')).toBeNull()
  }
})
