import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '@rampart/platform/crypto/ids.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { paymentsModule } from '../module.ts'

let h: Awaited<ReturnType<typeof testModule>>
beforeAll(async () => {
  h = await testModule(paymentsModule, { settings: { sandbox_payments: false } })
})
afterAll(() => h.close())

test('a shop without the sandbox bank offers it to nobody and opens nothing at it', async () => {
  expect(await h.call('listMethods', {}, { caller: 'checkout' })).toEqual({ methods: [] })
  const wanted = {
    order_id: newId(),
    provider: 'sandbox',
    amount_minor: 100,
    currency: 'USD',
    return_url: 'http://localhost:8000/checkout/return',
  }
  await expect(h.call('createPayment', wanted, { caller: 'checkout' })).rejects.toMatchObject({
    code: 'PAYMENTS_METHOD_NOT_OFFERED',
  })
})

test('a payment that was left open there cannot be approved any more', async () => {
  const payment_id = newId()
  await expect(h.call('approveSandboxPayment', { payment_id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(h.call('declineSandboxPayment', { payment_id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
