import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { guest, staff } from './scene.ts'
import { openSettings, razorpayKeys, stripeKeys } from './settings-scene.ts'

let now = new Date()
let shop: Awaited<ReturnType<typeof openSettings>>
beforeEach(async () => {
  now = new Date()
  shop = await openSettings(() => now)
})
afterEach(() => shop.done())

const later = (ms: number) => void (now = new Date(now.getTime() + ms))

test('keys are tried, kept, and shown by their last four signs at most', async () => {
  const { provider, tried } = await shop.set('stripe', stripeKeys)
  expect(tried).toBe(true)
  expect(provider).toMatchObject({ state: 'off', enabled: false })
  expect(provider.webhook_url).toBe('http://localhost:8000/api/v1/payments/webhooks/stripe')
  expect(provider.keys).toEqual([
    { name: 'secret_key', required: true, ends: '1Nv0' },
    { name: 'publishable_key', required: true, ends: '1Nv0' },
    { name: 'webhook_secret', required: true, ends: '8Zk2' },
  ])
  expect(await shop.turn('stripe', true)).toMatchObject({ state: 'test', enabled: true })
  expect(await shop.methods()).toEqual(['sandbox', 'stripe'])
  const all = JSON.stringify([await shop.shown('stripe'), await shop.events()])
  for (const key of Object.values(stripeKeys)) expect(all).not.toContain(key)
})

test('keys lie encrypted, and those of one provider do not open in the row of another', async () => {
  await shop.set('stripe', stripeKeys)
  await shop.set('razorpay', razorpayKeys)
  const rows = await shop.db.many<{ sealed_keys: Buffer }>(sql`SELECT sealed_keys FROM payments.providers`)
  for (const { sealed_keys } of rows)
    for (const key of [...Object.values(stripeKeys), ...Object.values(razorpayKeys)])
      expect(sealed_keys.includes(key)).toBe(false)
  await shop.db.run(sql`
    UPDATE payments.providers SET sealed_keys = (SELECT sealed_keys FROM payments.providers WHERE provider = 'stripe')
    WHERE provider = 'razorpay'`)
  later(2_000)
  expect((await shop.shown('razorpay')).keys?.every(({ ends }) => ends === null)).toBe(true)
  expect((await shop.set('razorpay', razorpayKeys)).provider.keys?.[0]?.ends).toBe('ry77')
})

test.each([
  ['stripe', 'secret_key', 'pk_test_canary_51Nv0'],
  ['stripe', 'secret_key', 'sk_test_'],
  ['stripe', 'publishable_key', 'pk_live_canary_51Nv0'],
  ['stripe', 'webhook_secret', 'secret_of_mine'],
  ['stripe', 'key_id', 'rzp_test_1Canary77'],
  ['razorpay', 'key_id', 'rzp_prod_1Canary77'],
  ['razorpay', 'webhook_secret', 'guessed'],
  ['razorpay', 'account_id', '1'],
])('%s: a %s that reads %s is refused at its field', async (provider, name, value) => {
  const keys = provider === 'stripe' ? stripeKeys : razorpayKeys
  await expect(shop.set(provider, { ...keys, [name]: value })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    errors: [{ path: `keys.${name}` }],
  })
  expect((await shop.shown(provider)).keys?.every(({ ends }) => ends === null)).toBe(true)
})

test('keys that the provider does not know are refused and not kept', async () => {
  const wrong = { ...stripeKeys, secret_key: 'sk_test_of_somebody_else' }
  await expect(shop.set('stripe', wrong)).rejects.toMatchObject({ code: 'PAYMENTS_KEYS_REFUSED' })
  const bad = { ...razorpayKeys, key_secret: 'of-somebody-else-entirely' }
  await expect(shop.set('razorpay', bad)).rejects.toMatchObject({ code: 'PAYMENTS_KEYS_REFUSED' })
  expect((await shop.shown('stripe')).keys?.[0]?.ends).toBeNull()
})

test('a provider that cannot be reached does not keep keys from being kept, and it is said', async () => {
  await shop.stripe.close()
  expect((await shop.set('stripe', stripeKeys)).tried).toBe(false)
})

test('without a webhook’s secret nothing is offered, and no news is taken', async () => {
  const { webhook_secret: _secret, ...keys } = stripeKeys
  await shop.set('stripe', keys)
  await expect(shop.turn('stripe', true)).rejects.toMatchObject({ code: 'PAYMENTS_NOT_SET_UP' })
  await shop.db.run(sql`UPDATE payments.providers SET enabled = true`)
  later(2_000)
  expect(await shop.shown('stripe')).toMatchObject({ state: 'off' })
  expect(await shop.methods()).toEqual(['sandbox'])
  await expect(shop.open(newId(), 4_240, { provider: 'stripe' })).rejects.toMatchObject({
    code: 'PAYMENTS_METHOD_NOT_OFFERED',
  })
  const body = JSON.stringify({ id: 'evt_1', type: 'x', livemode: false, data: { object: {} } })
  await expect(tell(body, shop.stripe.sign(body, now, ''))).rejects.toMatchObject({
    code: 'PAYMENTS_BAD_SIGNATURE',
  })
})

function tell(raw_body: string, signature: string): Promise<unknown> {
  const input = { provider: 'stripe', raw_body, headers: { 'stripe-signature': signature } }
  return shop.call('receiveWebhook', input, { principal: guest })
}

test('while the webhook’s secret is rolled the old one counts, for a day, if that is wanted', async () => {
  await shop.set('stripe', stripeKeys)
  await shop.turn('stripe', true)
  const signedBy = async (secret: string) => {
    const body = JSON.stringify({
      id: `evt_${newId().replaceAll('-', '')}`,
      type: 'x',
      livemode: false,
      data: { object: {} },
    })
    return tell(body, shop.stripe.sign(body, now, secret)).then(
      () => true,
      () => false,
    )
  }
  expect((await shop.shown('stripe')).last_webhook_at).toBeNull()
  expect(await signedBy(stripeKeys.webhook_secret)).toBe(true)
  later(2_000)
  expect((await shop.shown('stripe')).last_webhook_at).not.toBeNull()
  const { provider } = await shop.set(
    'stripe',
    { webhook_secret: 'whsec_the_new_one' },
    { keep_old_secret: true },
  )
  expect(provider.old_secret_until).not.toBeNull()
  expect([await signedBy('whsec_the_new_one'), await signedBy(stripeKeys.webhook_secret)]).toEqual([
    true,
    true,
  ])
  later(86_400_000)
  expect([await signedBy('whsec_the_new_one'), await signedBy(stripeKeys.webhook_secret)]).toEqual([
    true,
    false,
  ])
})

test('a webhook’s secret that may be known to others counts no more from the moment it is replaced', async () => {
  await shop.set('stripe', stripeKeys)
  await shop.set('stripe', { webhook_secret: 'whsec_the_new_one' })
  const body = JSON.stringify({ id: 'evt_1', type: 'x', livemode: false, data: { object: {} } })
  await expect(tell(body, shop.stripe.sign(body, now))).rejects.toMatchObject({
    code: 'PAYMENTS_BAD_SIGNATURE',
  })
  expect(await tell(body, shop.stripe.sign(body, now, 'whsec_the_new_one'))).toEqual({ received: true })
})

test('switched off, nothing new is opened, and what was paid is still paid back', async () => {
  await shop.set('stripe', stripeKeys)
  await shop.turn('stripe', true)
  const payment = await shop.open(newId(), 4_240, { provider: 'stripe' })
  await shop.call(
    'confirmStripePayment',
    { payment_id: payment.id, confirmation_token: 'ctoken_ok' },
    { principal: guest },
  )
  await shop.turn('stripe', false)
  expect(await shop.methods()).toEqual(['sandbox'])
  expect(await shop.refund(payment.order_id)).toMatchObject({ status: 'succeeded' })
})

test('while money is on its way keys are not removed, nor those of the test mode changed for live ones', async () => {
  await shop.set('stripe', stripeKeys)
  await shop.turn('stripe', true)
  const payment = await shop.open(newId(), 4_240, { provider: 'stripe' })
  const busy = { code: 'PAYMENTS_PROVIDER_IN_USE' }
  await expect(shop.remove('stripe')).rejects.toMatchObject(busy)
  await shop.stripe.close()
  const live = { ...stripeKeys, secret_key: 'sk_live_canary_51Nv0', publishable_key: 'pk_live_canary_51Nv0' }
  await expect(shop.set('stripe', live)).rejects.toMatchObject(busy)
  await shop.db.run(sql`UPDATE payments.payments SET status = 'cancelled' WHERE id = ${payment.id}`)
  expect((await shop.set('stripe', live)).provider.state).toBe('live')
  await shop.remove('stripe')
  expect(await shop.shown('stripe')).toMatchObject({ state: 'off', enabled: false })
  expect(await shop.methods()).toEqual(['sandbox'])
  await expect(shop.remove('stripe')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('each change leaves one entry in the log; only who may set up payments sees or changes anything', async () => {
  await shop.set('stripe', stripeKeys)
  await shop.turn('stripe', true)
  await shop.turn('stripe', false)
  await shop.remove('stripe')
  expect((await shop.audits('stripe')).map(({ action }) => action)).toEqual([
    'payments.keys-set',
    'payments.provider-switched-on',
    'payments.provider-switched-off',
    'payments.keys-removed',
  ])
  const stale = staff(['payments:configure'])
  await expect(shop.set('stripe', stripeKeys, {}, stale)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' })
  const clerk = staff(['payments:read', 'payments:refund'])
  await expect(shop.set('stripe', stripeKeys, {}, clerk)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(shop.call('listProviders', {}, { principal: clerk })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
})

test('the sandbox and what has no keys takes none', async () => {
  await expect(shop.set('sandbox', { secret_key: 'x' })).rejects.toMatchObject({ code: 'PAYMENTS_NO_KEYS' })
  await expect(shop.turn('sandbox', false)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(shop.set('stripe', {})).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
})
