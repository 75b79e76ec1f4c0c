import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fields, openShipping, staffWith } from './scene.ts'

let shop: Awaited<ReturnType<typeof openShipping>>
beforeAll(async () => {
  shop = await openShipping()
})
afterAll(() => shop.close())

describe('200', () => {
  test('each change of a method leaves one audit entry with what was before and after', async () => {
    const made = await shop.create({ code: 'bike', price: { amount: '3.50', currency: 'USD' } })
    expect(made).toMatchObject({ code: 'bike', price: { amount: '3.50', currency: 'USD' }, free_over: null })
    const changed = await shop.update(made.id, { price: 4, countries: ['NL', 'BE', 'NL'], active: false })
    expect(changed).toMatchObject({
      code: 'bike',
      price: { amount: '4.00' },
      countries: ['BE', 'NL'],
      active: false,
    })
    await shop.remove(made.id)
    expect((await shop.audits()).map(({ action }) => action)).toEqual([
      'shipping.method-created',
      'shipping.method-updated',
      'shipping.method-deleted',
    ])
    expect((await shop.audits())[1]).toMatchObject({ before: made, after: changed })
  })

  test('shoppers see what is switched on, staff see everything', async () => {
    const hidden = await shop.create({ code: 'hidden', active: false })
    const seenBy = async (as: object) => (await shop.list(as)).map((method) => method.id)
    expect(await seenBy({})).not.toContain(hidden.id)
    expect(await seenBy({ principal: staffWith('shipping:read') })).toContain(hidden.id)
  })
})

describe('400', () => {
  test.each([
    ['price', { price: { amount: '5.00', currency: 'EUR' } }],
    ['price', { price: '5.001' }],
    ['free_over', { free_over: { amount: '50.00', currency: 'JPY' } }],
  ])('a %s that the shop’s currency does not have is refused, and names the field', async (path, input) => {
    await expect(shop.create({ code: 'bad-price', ...input })).rejects.toMatchObject({
      code: 'SHIPPING_BAD_PRICE',
      status: 400,
      errors: [{ path }],
    })
  })

  test('a method cannot take fewer days at most than at least', async () => {
    await expect(shop.create({ code: 'too-soon', min_days: 5, max_days: 2 })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'max_days' }],
    })
  })

  test.each([{ code: 'Bad Code' }, { countries: ['Germany'] }, { price: '-1.00' }, { surprise: 1 }])(
    'bad input is refused and nothing is stored: %j',
    async (input) => {
      const before = await shop.list({ principal: staffWith('*:*') })
      await expect(shop.create({ code: 'fine', ...input })).rejects.toMatchObject({
        code: 'VALIDATION_FAILED',
      })
      expect(await shop.list({ principal: staffWith('*:*') })).toEqual(before)
    },
  )
})

describe('401 and 403', () => {
  const customer = { kind: 'customer', id: newId(), session_id: newId(), guest_token: null } as const
  test.each([
    ['a guest', undefined, 'UNAUTHENTICATED'],
    ['a customer', customer, 'FORBIDDEN'],
    ['staff who may only read', staffWith('shipping:read'), 'FORBIDDEN'],
  ])('%s cannot change methods', async (_who, principal, code) => {
    const as = principal === undefined ? {} : { principal }
    const method_id = newId()
    await expect(shop.call('createMethod', { ...fields, code: 'x' }, as)).rejects.toMatchObject({ code })
    await expect(shop.call('updateMethod', { ...fields, method_id }, as)).rejects.toMatchObject({ code })
    await expect(shop.call('deleteMethod', { method_id }, as)).rejects.toMatchObject({ code })
  })

  test('nobody outside may ask for quotes', async () => {
    const input = { country: null, subtotal_minor: 0, currency: 'USD' }
    await expect(shop.call('quoteRates', input, { principal: staffWith('*:*') })).rejects.toMatchObject({
      status: 403,
    })
  })
})

describe('404 and 409', () => {
  test('a method that is not there can be neither changed nor removed', async () => {
    await expect(shop.update(newId(), {})).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(shop.remove(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('of parallel attempts at one code, one wins', async () => {
    const attempts = await Promise.allSettled(
      Array.from({ length: 8 }, () => shop.create({ code: 'wanted' })),
    )
    const lost = attempts.filter((attempt) => attempt.status === 'rejected')
    expect(lost).toHaveLength(7)
    for (const { reason } of lost) expect(reason).toMatchObject({ code: 'SHIPPING_CODE_TAKEN', status: 409 })
  })
})
