import { describe, expect, it } from 'vitest'
import type { Order } from '../app/api.ts'
import { choiceAmount, nothingChosen, shareOf, shippingLeft } from '../app/orders/refund-choice.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const order = (more: object = {}) =>
  ({
    items: [
      { id: 'shirt', quantity: 3, total: usd('10.00') },
      { id: 'lamp', quantity: 1, total: usd('27.50') },
    ],
    total: usd('42.40'),
    gift_card_total: usd('0.00'),
    refunded_total: usd('0.00'),
    refunds: [],
    ...more,
  }) as unknown as Order

describe('what pieces come to', () => {
  it('adds up to what was paid for the line', () => {
    expect([0, 1, 2].map((before) => shareOf(usd('10.00'), 3, before, 1).amount)).toEqual([
      ...['3.34', '3.33', '3.33'],
    ])
    expect(shareOf({ amount: '100', currency: 'JPY' }, 3, 0, 2).amount).toBe('67')
  })

  it('counts what was paid back before, and the delivery as what the order costs beside its lines', () => {
    const before = order({
      refunds: [{ shipping: usd('1.00'), lines: [{ line_id: 'shirt', quantity: 1, amount: usd('3.34') }] }],
    })
    expect(shippingLeft(before).amount).toBe('3.90')
    const choice = { ...nothingChosen, pieces: { shirt: 1, lamp: 1 }, shipping: true }
    expect(choiceAmount(before, choice)).toEqual(usd('34.73'))
    expect(choiceAmount(before, nothingChosen)).toBeNull()
  })

  it('is never more than was paid in money', () => {
    const choice = { ...nothingChosen, pieces: { lamp: 1 } }
    expect(choiceAmount(order({ gift_card_total: usd('30.00') }), choice)).toEqual(usd('12.40'))
  })
})
