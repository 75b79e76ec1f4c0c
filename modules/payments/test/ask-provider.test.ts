import { inspect } from 'node:util'
import { secretOf } from '@rampart/platform/config/secret.ts'
import { backgroundContext } from '@rampart/platform/contract/call-context.ts'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { razorpayApi } from '../razorpay/razorpay-api.ts'
import { stripeApi } from '../stripe/stripe-api.ts'
import { openLoopback } from './loopback.ts'

let server: Awaited<ReturnType<typeof openLoopback>>
beforeAll(async () => {
  server = await openLoopback(() => ({ status: 500, body: { error: 'sk_live_canary rzp_canary' } }))
})
afterAll(() => server.close())

const written: unknown[] = []
const log = { warn: (...line: unknown[]) => void written.push(line) } as never
const deps = { log, clock: () => new Date() }
const secret = secretOf('sk_live_canary')
const more = { webhook_secrets: [secret], timeout_ms: 200 }
const stripeAt = (base_url: string) =>
  stripeApi(deps, async () => ({ secret_key: secret, publishable_key: 'pk', base_url, ...more }))
const razorpayAt = (base_url: string) =>
  razorpayApi(deps, async () => ({
    key_id: 'rzp_live_1',
    key_secret: secret,
    account_id: null,
    base_url,
    ...more,
  }))

// Seen to fail with the headers, or the answer's text, added to the line.
test('keys are in no log and no error, whatever goes wrong', async () => {
  const failures: unknown[] = []
  const context = () => backgroundContext(newId())
  for (const base of [server.url, 'http://127.0.0.1:1']) {
    await stripeAt(base)
      .get(context(), '/v1/payment_intents')
      .catch((error: unknown) => failures.push(error))
    await stripeAt(base)
      .post(context(), '/v1/x', { a: 'b' }, 'key')
      .catch((error: unknown) => failures.push(error))
    await razorpayAt(base)
      .post(context(), '/v1/orders', {})
      .catch((error: unknown) => failures.push(error))
  }
  expect(failures).toHaveLength(6)
  expect(failures).toEqual(Array.from({ length: 6 }, () => expect.objectContaining({ code: 'UNAVAILABLE' })))
  expect(written).toHaveLength(6)
  const text = inspect([failures, written], { depth: 20, showHidden: true })
  const pair = Buffer.from('rzp_live_1:sk_live_canary').toString('base64')
  for (const canary of ['sk_live_canary', pair, 'rzp_canary']) expect(text).not.toContain(canary)
})

test('what is not harmless twice is asked once', async () => {
  const before = server.asked.length
  await expect(stripeAt(server.url).post(backgroundContext(newId()), '/v1/x', {})).rejects.toThrow()
  expect(server.asked.length - before).toBe(1)
})

test('nobody is asked when nobody waits any more, nor without keys', async () => {
  const before = server.asked.length
  const late = { ...backgroundContext(newId()), deadline: Date.now() - 1 }
  await expect(stripeAt(server.url).get(late, '/v1/x')).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' })
  const none = stripeApi(deps, () => Promise.resolve(null))
  await expect(none.get(backgroundContext(newId()), '/v1/x')).rejects.toMatchObject({ code: 'UNAVAILABLE' })
  expect(server.asked.length).toBe(before)
})
