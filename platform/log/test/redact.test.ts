import { expect, test } from 'vitest'
import { redact } from '../redact.ts'
import { redactText } from '../redact-text.ts'

const CANARY = 'canary-4f9a-secret'
const TOKEN = 'q3Zx9_kJ2mVb7Rt0YcWe5Lh8Ns1Dg4Fp6Ua-XiOoQzE'

const secretKeys = [
  'password', 'newPassword', 'password_hash', 'token', 'guest_token', 'refreshToken', 'client_secret', 'Authorization',
  'authorization', 'cookie', 'set-cookie', 'Set-Cookie', 'otp', 'totp_code', 'code_verifier', 'codeVerifier', 'card',
  'card_number', 'cvc', 'CVV', 'pepper', 'smtp_url', 'SMTP_URL', 'database_url', 'DATABASE_URL', 'idempotency_key',
  'Idempotency-Key', 'api_key', 'x-api-key', 'master_key', 'MASTER_KEY', 'private_key', 'jwt', 'credentials',
] // prettier-ignore

test.each(secretKeys)('what stands under %s is replaced at every depth', (key) => {
  const nested = { [key]: CANARY, a: [{ b: { [key]: { inner: CANARY } } }], m: new Map([[key, CANARY]]) }
  expect(JSON.stringify(redact(nested))).not.toContain(CANARY)
})

test.each(['description', 'order_id', 'discard', 'company', 'key_count', 'spinning', 'status'])(
  'what stands under %s is left as it is',
  (key) => {
    expect(redact({ [key]: 'plain' })).toEqual({ [key]: 'plain' })
  },
)

test.each([
  `https://shop.example/verify-email?token=${TOKEN}&x=1`,
  `https://shop.example/set-up/${TOKEN}`,
  `the key was rk_${TOKEN}, they said`,
  `postgres://rampart:${CANARY}@db.example/rampart`,
  `smtp://user:${CANARY}@mail.example:587`,
  `Authorization: Bearer ${CANARY}`,
  `authorization=Basic ${CANARY}`,
  `the header was Bearer ${CANARY}`,
  `{"password":"${CANARY} with spaces","a":1}`,
  `password='${CANARY}'`,
  `url: otp=${CANARY}`,
  `failed with guest_token: ${CANARY}, and more`,
  `eyJhbGciOiJFZERTQSJ9.${Buffer.from(CANARY).toString('base64url')}.${TOKEN}`,
])('no secret is left of the text %s', (text) => {
  const written = redactText(text)
  expect(written).not.toContain(CANARY)
  expect(written).not.toContain(TOKEN)
  expect(written).not.toContain(Buffer.from(CANARY).toString('base64url'))
  expect(redactText(written)).toBe(written)
})

test('text without secrets is left as it is', () => {
  const text =
    'GET /api/v1/products?page=2&sort=-price answered 200 in 3 ms (http://localhost:8000, key=lamp-a)'
  expect(redactText(text)).toBe(text)
  const slug = 'a-lamp-with-a-slug-of-43-characters-exactly'
  expect(redactText(slug)).toBe(slug)
})

test('an error keeps what names places and loses what quotes rows', () => {
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'accounts_email',
    detail: `Key (email)=(${CANARY}) already exists.`,
    where: CANARY,
  })
  const written = JSON.stringify(redact(new Error(`secret=${CANARY}`, { cause })))
  expect(written).toContain('accounts_email')
  expect(written).toContain('23505')
  expect(written).not.toContain(CANARY)
})

test('what is deep, long, circular, binary or hostile is cut and never throws', () => {
  const circular: Record<string, unknown> = { bytes: Buffer.from(CANARY), big: 10n }
  circular['self'] = circular
  circular['list'] = Array.from({ length: 500 }, (_, index) => index)
  circular['text'] = 'x'.repeat(100_000)
  Object.defineProperty(circular, 'trap', { enumerable: true, get: () => { throw new Error('trapped') } }) // prettier-ignore
  const written = JSON.stringify(redact({ circular, plain: JSON.parse('{"__proto__":{"password":"x"}}') }))
  expect(written.length).toBeLessThan(100_000)
  expect(written).not.toContain(CANARY)
})

test('hostile text is searched in little time', () => {
  const began = performance.now()
  for (const text of [
    'a='.repeat(4_000),
    'token"'.repeat(1_300),
    'a.'.repeat(4_000),
    'https://'.repeat(1_000),
  ]) {
    redactText(text)
  }
  expect(performance.now() - began).toBeLessThan(200)
})
