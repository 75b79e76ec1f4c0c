import fc from 'fast-check'
import type { Cart, CartLine } from '../domain/cart.ts'
import type { Action, Gain, Promotion, Tier } from '../domain/promotion.ts'
import type { Scope } from '../domain/scope.ts'
import type { TaxRules } from '../domain/tax/rules.ts'
import { cart, everything, exclusive, tax } from './shop.ts'

// Few of everything, so that scopes overlap and amounts are close to what they are taken off.
const ids = (name: string, size: number) =>
  Array.from({ length: size }, (_, index) => `${name}${String(index)}`)
const variants = ids('v', 6)
const someOf = (names: readonly string[]) => fc.subarray([...names]).map((chosen) => new Set(chosen))
const amount = fc.oneof(
  fc.constantFrom(1, 10, 999),
  fc.integer({ min: 0, max: 60 }),
  fc.integer({ min: 0, max: 3_000_000_000 }),
)
const amounts = amount.map((EUR) => ({ EUR }))

const facts = fc.record({
  category_ids: fc.subarray(ids('c', 3)),
  seller_id: fc.constantFrom(null, 's0', 's1'),
  tax_class: fc.constantFrom('standard', 'books', 'bread', 'outside'),
  discountable: fc.constantFrom(true, true, true, false),
  unit_price_minor: amount,
})

const things = fc.record({
  variants: someOf(variants.slice(0, 3)),
  products: someOf(['p0', 'p1']),
  categories: someOf(ids('c', 3)),
})
const none = { variants: new Set<string>(), products: new Set<string>(), categories: new Set<string>() }
const someScope: fc.Arbitrary<Scope> = fc
  .record({
    things: fc.option(things, { nil: none }),
    sellers: someOf(['s0', 's1']),
    except: fc.option(things, { nil: none }),
  })
  .map(({ things: those, sellers, except }) => ({
    ...those,
    sellers: sellers.size > 1 ? new Set<string>() : sellers,
    except,
  }))

const scope = fc.oneof(fc.constant(everything), someScope)

const percentBp = fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom(1_000, 5_000, 10_000))
const gain: fc.Arbitrary<Gain> = fc.oneof(
  fc.record({ kind: fc.constant('percentage' as const), percent_bp: percentBp, at_most: fc.option(amounts) }),
  fc.record({
    kind: fc.constant('amount' as const),
    amount: amounts,
    per: fc.constantFrom('order', 'piece'),
  }),
)
const tier: fc.Arbitrary<Tier> = fc.record({
  from: fc.oneof(fc.record({ pieces: fc.integer({ min: 1, max: 9 }) }), fc.record({ value: amounts })),
  gain,
})
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: gain },
  fc.record({
    kind: fc.constant('buy_get' as const),
    ...{ buy: fc.integer({ min: 1, max: 3 }), get: fc.integer({ min: 1, max: 2 }), percent_bp: percentBp },
    ...{ at_most_times: fc.option(fc.integer({ min: 1, max: 3 })), reward: fc.option(scope) },
  }),
  fc.record({ kind: fc.constant('tiered' as const), tiers: fc.array(tier, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('free_shipping' as const), at_most: fc.option(amounts) }),
)

let made = 0
/** Any promotion: each with an id of its own. */
export const promotion: fc.Arbitrary<Promotion> = fc
  .record({
    position: fc.nat({ max: 5 }),
    segments: fc.constantFrom([], [], [], ['members']),
    stacking: fc.constantFrom('with_all', 'with_others', 'with_others', 'alone'),
    scope,
    minimum: fc.oneof(
      { weight: 3, arbitrary: fc.constant({ pieces: 0, value: null }) },
      fc.record({ pieces: fc.nat({ max: 3 }), value: fc.option(amounts) }),
    ),
    action,
  })
  .map((given) => ({
    ...given,
    ...{ id: `promotion ${String((made += 1))}`, starts_at: null, ends_at: null, needs_coupon: false },
  }))
export const promotions = fc.array(promotion, { maxLength: 8, size: 'max' })

/** Lines of six variants, of which some come twice. */
export const lines: fc.Arbitrary<CartLine[]> = fc
  .record({
    facts: fc.tuple(facts, facts, facts, facts, facts, facts),
    wanted: fc.array(fc.record({ variant: fc.nat({ max: 5 }), quantity: fc.integer({ min: 1, max: 5 }) }), {
      maxLength: 9,
      size: 'max',
    }),
  })
  .map(({ facts: all, wanted }) =>
    wanted.map(({ variant, quantity }) => ({
      ...{ ...all[variant]!, quantity, variant_id: variants[variant]! },
      product_id: `p${String(variant % 4)}`,
    })),
  )

const destination = fc.constantFrom(
  null,
  { country: 'FR', postal_code: '97133' },
  { country: 'IE', postal_code: null },
  { country: 'LU', postal_code: 'L-1234' },
  { country: 'CH', postal_code: '8001' },
)

/** Any cart, with prices that may be those of exclusive prices too. */
export const carts: fc.Arbitrary<Cart> = fc
  .record({
    lines,
    destination,
    shipping: fc.record({ price_minor: amount, tax_class: fc.constantFrom('standard', null) }),
    segments: fc.constantFrom([], ['members']),
  })
  .map(({ lines: those, ...given }) => cart(those, given))
export const taxes: fc.Arbitrary<TaxRules> = fc.constantFrom(tax, exclusive)
