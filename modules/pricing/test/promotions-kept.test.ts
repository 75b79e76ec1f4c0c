import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { euros, line, openPricing, percentOff, shelf } from './scene.ts'

let shop: Awaited<ReturnType<typeof openPricing>>
beforeAll(async () => {
  shop = await openPricing()
})
afterAll(() => shop.close())

const everything = {
  ...{ variant_ids: [], product_ids: [], category_ids: [], seller_ids: [] },
  except: { variant_ids: [], product_ids: [], category_ids: [] },
}

describe('a promotion', () => {
  it.each([
    { kind: 'percentage', percent: '12.5', at_most: euros('5.00') },
    { kind: 'amount', amount: [...euros('5.00'), { amount: '6.00', currency: 'USD' }], per: 'piece' },
    {
      ...{ kind: 'buy_get', buy: 2, get: 1, percent: '100', at_most_times: null },
      reward: { ...everything, category_ids: [newId()] },
    },
    {
      kind: 'tiered',
      tiers: [
        { from: { pieces: 3 }, gain: { kind: 'percentage', percent: '5', at_most: null } },
        { from: { pieces: 6 }, gain: { kind: 'amount', amount: euros('9.00'), per: 'order' } },
      ],
    },
    { kind: 'free_shipping', at_most: null },
  ])('$kind is answered as it was said, and says so again when it is read', async (action) => {
    const said = {
      ...{ name: 'A rule', note: 'For us', active: true, needs_coupon: false, stacking: 'alone' },
      ...{ starts_at: '2026-01-01T00:00:00.000Z', ends_at: null, segments: ['customers'] },
      minimum: { pieces: 2, value: euros('20.00') },
      scope: { ...everything, category_ids: [newId()] },
      action,
    }
    const made = await shop.asStaff('createPromotion', said)
    expect(made).toMatchObject({ ...said, status: 'running', coupons: 0, uses: 0 })
    expect(await shop.asStaff('getPromotion', { promotion_id: made['id'] })).toEqual(made)
    await shop.asStaff('switchPromotion', { promotion_id: made['id'], active: false })
  })

  it('counts from the next cart on: added, changed, switched off and on again', async () => {
    const off = async () =>
      (await shop.price([line(shelf.pen)]))['totals'] as unknown as { discount_minor: number }
    const id = await shop.promote(percentOff(10))
    expect(await off()).toMatchObject({ discount_minor: 100 })
    await shop.asStaff('updatePromotion', { promotion_id: id, ...percentOff(20) })
    expect(await off()).toMatchObject({ discount_minor: 200 })
    await shop.asStaff('switchPromotion', { promotion_id: id, active: false })
    expect(await off()).toMatchObject({ discount_minor: 0 })
    await shop.asStaff('switchPromotion', { promotion_id: id, active: true })
    expect(await off()).toMatchObject({ discount_minor: 200 })
    await shop.asStaff('switchPromotion', { promotion_id: id, active: false })
  })

  it('applies in the order that was said', async () => {
    const first = await shop.promote(percentOff(50))
    const second = await shop.promote({
      name: 'Two off',
      action: { kind: 'amount', amount: euros('2.00'), per: 'order' },
    })
    const order = async () =>
      ((await shop.price([line(shelf.pen)]))['discounts'] as unknown as { promotion_id: string }[]).map(
        (one) => one.promotion_id,
      )
    expect(await order()).toEqual([first, second])
    await shop.asStaff('orderPromotions', { promotion_ids: [second, first] })
    expect(await order()).toEqual([second, first])
    const { items } = (await shop.asStaff('listPromotions', {})) as unknown as { items: { id: string }[] }
    expect(items.slice(0, 2).map(({ id }) => id)).toEqual([second, first])
    for (const promotion_id of [first, second])
      await shop.asStaff('switchPromotion', { promotion_id, active: false })
  })

  it('is listed by what it is right now', async () => {
    const id = await shop.promote(
      percentOff(10, { name: 'Next year', starts_at: '2999-01-01T00:00:00.000Z' }),
    )
    const ids = async (filter: object) =>
      ((await shop.asStaff('listPromotions', filter)) as unknown as { items: { id: string }[] }).items.map(
        (one) => one.id,
      )
    expect(await ids({ status: 'scheduled' })).toEqual([id])
    expect(await ids({ q: 'next YEAR' })).toEqual([id])
    expect(await ids({ status: 'running', q: 'next' })).toEqual([])
  })
})

describe('refused', () => {
  it.each([
    ['a currency that the shop does not have', { kind: 'amount', amount: [{ amount: '1', currency: 'GBP' }], per: 'order' }, 'PRICING_BAD_AMOUNT'],
    ['an amount of nothing', { kind: 'amount', amount: euros('0.00'), per: 'order' }, 'PRICING_BAD_AMOUNT'],
    ['more decimals than there are', { kind: 'amount', amount: euros('1.001'), per: 'order' }, 'PRICING_BAD_AMOUNT'],
    ['more than everything off', { kind: 'percentage', percent: '100.01', at_most: null }, 'VALIDATION_FAILED'],
    ['nothing off', { kind: 'percentage', percent: '0', at_most: null }, 'VALIDATION_FAILED'],
    ['a buy of nothing', { kind: 'buy_get', buy: 0, get: 1, percent: '100', at_most_times: null, reward: null }, 'VALIDATION_FAILED'],
    ['tiers that do not rise', { kind: 'tiered', tiers: [5, 5].map((pieces) => ({ from: { pieces }, gain: { kind: 'percentage', percent: '5', at_most: null } })) }, 'PRICING_BAD_RULE'],
    ['tiers of two kinds', { kind: 'tiered', tiers: [{ from: { pieces: 5 } }, { from: { value: euros('50.00') } }].map((one) => ({ ...one, gain: { kind: 'percentage', percent: '5', at_most: null } })) }, 'PRICING_BAD_RULE'],
  ])('%s', async (_what, action, code) => {
    await expect(shop.asStaff('createPromotion', { name: 'Wrong', action })).rejects.toMatchObject({ code })
  }) // prettier-ignore

  it('an end before the beginning', async () => {
    const times = { starts_at: '2026-02-01T00:00:00.000Z', ends_at: '2026-01-01T00:00:00.000Z' }
    await expect(shop.asStaff('createPromotion', percentOff(10, times))).rejects.toMatchObject({
      code: 'PRICING_BAD_RULE',
    })
  })

  it('what is not there', async () => {
    const promotion_id = newId()
    for (const [operation, input] of [
      ['getPromotion', { promotion_id }],
      ['updatePromotion', { promotion_id, ...percentOff(10) }],
      ['switchPromotion', { promotion_id, active: true }],
      ['orderPromotions', { promotion_ids: [promotion_id] }],
      ['listCoupons', { promotion_id }],
      ['createCoupons', { promotion_id, count: 1 }],
      ['exportCoupons', { promotion_id }],
      ['updateCoupon', { coupon_id: promotion_id, active: true, max_uses: null, max_uses_per_person: null }],
    ] as const)
      await expect(shop.asStaff(operation, input), operation).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('the preview', () => {
  it('prices what the catalogue sells, and names what does nothing and why', async () => {
    const id = await shop.promote(
      percentOff(10, { name: 'Stationery', scope: { ...everything, category_ids: [shelf.all] } }),
    )
    const dear = await shop.promote(
      percentOff(5, { name: 'Dear', minimum: { pieces: 0, value: euros('900.00') } }),
    )
    const preview = await shop.asStaff('previewPrices', {
      items: [shelf.pen, shelf.lamp].map((variant_id) => ({ variant_id, quantity: 1 })),
      shipping: '4.90',
      coupons: ['nonsense'],
    })
    expect(preview).toMatchObject({
      items: [{ product_name: 'Pen' }, { product_name: 'Lamp' }],
      cart: {
        discounts: [{ promotion_id: id, amount_minor: 100 }],
        coupons: [{ code: 'NONSENSE', refused: 'coupon_unknown' }],
        totals: { total_minor: 4_390 },
      },
    })
    expect(preview['silent']).toContainEqual({
      ...{ promotion_id: dear, name: 'Dear', reason: 'minimum_not_reached' },
      facts: { starts_at: null, ends_at: null, minimum_pieces: null, minimum_minor: 90_000 },
    })
  })

  it('refuses what is not sold', async () => {
    const items = [{ variant_id: newId(), quantity: 1 }]
    await expect(shop.asStaff('previewPrices', { items })).rejects.toMatchObject({
      code: 'PRICING_ARTICLE_UNKNOWN',
    })
  })
})
