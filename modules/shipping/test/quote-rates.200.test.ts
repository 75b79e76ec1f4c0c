import { expect, onTestFinished, test } from 'vitest'
import { shippingModule } from '../module.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { openShipping } from './scene.ts'

async function open(currency = 'USD') {
  const shop = await openShipping({ settings: { shop_currency: currency } })
  onTestFinished(() => shop.close())
  return shop
}

test('a new shop offers two methods, and the standard one is free from 75.00 on', async () => {
  const shop = await open()
  const prices = async (subtotal_minor: number) =>
    (await shop.quote({ subtotal_minor })).map(({ code, price_minor }) => [code, price_minor])
  expect(await prices(7_499)).toEqual([
    ['standard', 490],
    ['express', 1_290],
  ])
  expect(await prices(7_500)).toEqual([
    ['standard', 0],
    ['express', 1_290],
  ])
})

test.each([
  ['JPY', 490],
  ['EUR', 490],
  ['KWD', 4_900],
])('the first methods are priced in the digits of %s', async (currency, minor) => {
  const shop = await open(currency)
  expect((await shop.quote({ currency }))[0]).toMatchObject({ code: 'standard', price_minor: minor })
})

test('methods a merchant deleted do not come back with the next start', async () => {
  const shop = await open()
  for (const method of await shop.list()) await shop.remove(method.id)
  const parts = shippingModule.create({
    db: shop.db,
    settings: shop.settings,
    clock: () => new Date(),
  } as never)
  await parts.prepare?.()
  expect(await shop.list()).toEqual([])
})

test('a method goes where its countries say, and everywhere when it names none', async () => {
  const shop = await open()
  await shop.create({ code: 'alps', countries: ['CH', 'AT'] })
  const codes = async (country: string | null) => (await shop.quote({ country })).map((rate) => rate.code)
  expect(await codes('CH')).toEqual(['standard', 'alps', 'express'])
  expect(await codes('DE')).toEqual(['standard', 'express'])
  expect(await codes(null)).toEqual(['standard', 'alps', 'express'])
})

test('the cheapest comes first at this order’s value, equal ones in the merchant’s order', async () => {
  const shop = await open()
  await shop.create({ code: 'b', price: '20.00', free_over: '50.00', position: 9 })
  await shop.create({ code: 'a', price: '4.90', position: 8 })
  expect((await shop.quote({ subtotal_minor: 5_000 })).map((rate) => rate.code)).toEqual([
    'b',
    'standard',
    'a',
    'express',
  ])
})

test('what is switched off or priced in another currency is not quoted', async () => {
  const shop = await open()
  await shop.create({ code: 'off', active: false })
  expect((await shop.quote({})).map((rate) => rate.code)).toEqual(['standard', 'express'])
  expect(await shop.quote({ currency: 'EUR' })).toEqual([])
})

test('prices survive the way through a remote link', async () => {
  const h = await testModule(shippingModule, { loopback: true })
  onTestFinished(() => h.close())
  const { items }: { items: { price: unknown; free_over: unknown }[] } = await h.call('listMethods', {})
  expect(items[0]).toMatchObject({
    price: { amount: '4.90', currency: 'USD' },
    free_over: { amount: '75.00', currency: 'USD' },
  })
})
