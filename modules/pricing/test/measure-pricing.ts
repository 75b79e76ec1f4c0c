import process from 'node:process'
import type { CartLine } from '../domain/cart.ts'
import { priceCart } from '../domain/price-cart.ts'
import type { Promotion } from '../domain/promotion.ts'
import { cart, coupon, exclusive, line, off, ofCategories, percent, promotion, tax } from './shop.ts'

// Run by `bench/pricing.ts`: milliseconds for one cart of 60 lines with 20 promotions in force, as JSON. Without a database.

const CALLS = 5_000
const WARM_UP = 500

const category = (index: number) => `category ${String(index % 6)}`
const lines: CartLine[] = Array.from({ length: 60 }, (_, index) =>
  line(`variant ${String(index)}`, {
    category_ids: [category(index), 'everything'],
    seller_id: `seller ${String(index % 3)}`,
    tax_class: ['standard', 'books', 'bread'][index % 3]!,
    unit_price_minor: 499 + ((index * 7_919) % 9_000),
    quantity: 1 + (index % 4),
  }),
)

/** All of them apply to the cart: fifteen together, five alone. */
const promotions: Promotion[] = Array.from({ length: 20 }, (_, index): Promotion => {
  const scope = ofCategories(index % 2 === 0 ? 'everything' : category(index))
  const given = { scope, stacking: index % 4 === 3 ? ('alone' as const) : ('with_others' as const) }
  const tiers = [1, 5, 20].map((pieces) => ({ from: { pieces }, gain: percent(pieces / 2) }))
  const [buy, percent_bp] = [2, 10_000]
  const actions: Promotion['action'][] = [
    percent(5),
    off(700),
    percent(10, 1_500),
    off(15, 'piece'),
    { kind: 'buy_get', buy, get: 1, percent_bp, at_most_times: 3, reward: null },
    { kind: 'tiered', tiers },
    { kind: 'free_shipping', at_most: { EUR: 400 } },
  ]
  return promotion(actions[index % actions.length]!, { ...given, needs_coupon: index === 0 })
})

const full = cart(lines, {
  shipping: { price_minor: 990, tax_class: null },
  coupons: [coupon('SUMMER', promotions[0]!)],
})

function measure(rules: typeof tax) {
  const times: number[] = []
  for (let call = 0; call < WARM_UP + CALLS; call += 1) {
    const started = performance.now()
    priceCart(full, { promotions, tax: rules })
    times.push(performance.now() - started)
  }
  const warm = times.slice(WARM_UP).sort((left, right) => left - right)
  const at = (share: number) => warm[Math.min(warm.length - 1, Math.floor(warm.length * share))]!
  return { first: times[0]!, median: at(0.5), p99: at(0.99), worst: at(1) }
}

const measured = { inclusive: measure(tax), exclusive: measure(exclusive) }
const { lines: pricedLines, discounts, refused } = priceCart(full, { promotions, tax })
const idle = refused.some((one) => one.reason !== 'not_combined')
if (pricedLines.length !== 60 || discounts.length !== 15 || idle) throw new Error('Too little is priced.')
process.stdout.write(JSON.stringify(measured))
