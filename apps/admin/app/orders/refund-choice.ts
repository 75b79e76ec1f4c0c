import type { Money, Order } from '../api.ts'
import { sumMoney, subtractMoney } from '../money/sum-money.ts'

/** What somebody wants to pay back: pieces by line, which of them go back to the stock, and the delivery. */
export type RefundChoice = {
  readonly pieces: Readonly<Record<string, number>>
  readonly restock: Readonly<Record<string, boolean>>
  readonly shipping: boolean
}

export const nothingChosen: RefundChoice = { pieces: {}, restock: {}, shipping: false }

type Item = Order['items'][number]
type Paid = Pick<Order, 'refunds'>

/** How many pieces of a line were paid back. */
export function piecesBack(order: Paid, lineId: string): number {
  return order.refunds
    .flatMap(({ lines }) => lines)
    .filter(({ line_id }) => line_id === lineId)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

/** What was paid back for a line. */
export function paidBack(order: Paid, lineId: string): Money | null {
  return sumMoney(
    order.refunds
      .flatMap(({ lines }) => lines)
      .filter(({ line_id }) => line_id === lineId)
      .map(({ amount }) => amount),
  )
}

/** What of the delivery can still be paid back: what the order costs less its lines, less what was paid back before. */
export function shippingLeft(order: Order): Money {
  const lines = sumMoney(order.items.map(paidFor))
  const paid = lines === null ? order.total : subtractMoney(order.total, lines)
  const back = sumMoney(order.refunds.map(({ shipping }) => shipping))
  return back === null ? paid : subtractMoney(paid, back)
}

/**
 * What pieces of a line come to after `before` others, as the server works it out: where what was paid does not divide, the
 * first pieces carry a minor unit more.
 */
export function shareOf(paid: Money, quantity: number, before: number, pieces: number): Money {
  const digits = paid.amount.split('.')[1]?.length ?? 0
  const minor = BigInt(paid.amount.replace('.', ''))
  const whole = minor / BigInt(quantity)
  const rest = Number(minor % BigInt(quantity))
  const upTo = (count: number) => whole * BigInt(count) + BigInt(Math.min(count, rest))
  const text = (upTo(before + pieces) - upTo(before)).toString().padStart(digits + 1, '0')
  const amount = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return { amount, currency: paid.currency }
}

/** What was paid for a line: after discounts, with tax. */
export function paidFor(item: Item): Money {
  return item.total
}

/**
 * All that is chosen, as an amount; null: nothing is. Never more than is left of what was paid in money: what gift cards
 * paid does not come back this way.
 */
export function choiceAmount(order: Order, choice: RefundChoice): Money | null {
  const full = fullAmount(order, choice)
  const inMoney = subtractMoney(subtractMoney(order.total, order.gift_card_total), order.refunded_total)
  return full === null || Number(full.amount) <= Number(inMoney.amount) ? full : inMoney
}

function fullAmount(order: Order, choice: RefundChoice): Money | null {
  const parts = order.items.flatMap((item) => {
    const pieces = choice.pieces[item.id] ?? 0
    const before = piecesBack(order, item.id)
    return pieces === 0 ? [] : [shareOf(paidFor(item), item.quantity, before, pieces)]
  })
  return sumMoney(choice.shipping ? [...parts, shippingLeft(order)] : parts)
}

/** The choice as the API takes it. */
export function chosenParts(order: Order, choice: RefundChoice) {
  const lines = order.items.flatMap(({ id }) => {
    const quantity = choice.pieces[id] ?? 0
    return quantity === 0 ? [] : [{ line_id: id, quantity, restock: choice.restock[id] ?? false }]
  })
  return {
    ...(lines.length > 0 ? { lines } : {}),
    ...(choice.shipping ? { shipping: shippingLeft(order) } : {}),
  }
}
