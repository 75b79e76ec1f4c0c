import { newId } from '@rampart/platform/crypto/ids.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { MAIN_LOCATION } from '../domain/locations.ts'
import { brokenRules, openInventory, staff } from './scene.ts'

// Seen to fail when restockCommitted writes no movement, when freeHeld leaves out `status = 'held'` (at once only), when
// takeLines takes from `reserved` although nothing is held, and when setLevels goes below what is reserved.

let now = new Date('2026-06-01T12:00:00.000Z')
let shop: Awaited<ReturnType<typeof openInventory>>
let places: readonly string[]
beforeAll(async () => {
  shop = await openInventory({ clock: () => now })
  places = [MAIN_LOCATION, await shop.location(), await shop.location()]
})
afterAll(() => shop.close())

const variant = fc.nat({ max: 2 })
const order = fc.nat({ max: 1 })
const place = fc.nat({ max: 2 })
const step = fc.oneof(
  fc.record({
    do: fc.constant('receive there' as const),
    variant,
    place,
    quantity: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({
    do: fc.constant('take there' as const),
    variant,
    place,
    quantity: fc.integer({ min: -4, max: -1 }),
  }),
  fc.record({ do: fc.constant('count there' as const), variant, place, quantity: fc.nat({ max: 6 }) }),
  fc.record({
    do: fc.constant('transfer' as const),
    variant,
    place,
    to: place,
    quantity: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    do: fc.constant('adjust those that can be' as const),
    changes: fc.array(fc.record({ variant, place, quantity: fc.integer({ min: -6, max: 6 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({
    do: fc.constant('stock take' as const),
    place,
    counts: fc.array(fc.record({ variant, counted: fc.nat({ max: 8 }) }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ do: fc.constant('let order more' as const), variant, quantity: fc.nat({ max: 4 }) }),
  fc.record({ do: fc.constant('receive' as const), variant, quantity: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ do: fc.constant('adjust' as const), variant, quantity: fc.integer({ min: -6, max: -1 }) }),
  fc.record({ do: fc.constant('count' as const), variant, quantity: fc.nat({ max: 8 }) }),
  fc.record({ do: fc.constant('import' as const), variant, quantity: fc.nat({ max: 8 }) }),
  fc.record({
    do: fc.constant('reserve' as const),
    order,
    lines: fc.array(fc.record({ variant, quantity: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  fc.record({ do: fc.constant('commit' as const), order }),
  fc.record({ do: fc.constant('release' as const), order }),
  fc.record({ do: fc.constant('cancel' as const), order }),
  fc.record({ do: fc.constant('expire' as const) }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

type World = { readonly variants: readonly string[]; readonly orders: readonly string[] }

async function play(world: World, move: Step): Promise<unknown> {
  const variantOf = (place: number) => world.variants[place]!
  const orderOf = (place: number) => world.orders[place]!
  switch (move.do) {
    case 'receive':
    case 'adjust': {
      const change = { variant_id: variantOf(move.variant), delta: move.quantity }
      return await shop.call('adjustStock', change, { principal: staff })
    }
    case 'count': {
      const change = { variant_id: variantOf(move.variant), quantity: move.quantity }
      return await shop.call('adjustStock', change, { principal: staff })
    }
    case 'import': {
      const levels = [{ variant_id: variantOf(move.variant), on_hand: move.quantity }]
      return await shop.call('importLevels', { levels }, { caller: 'catalog' })
    }
    case 'receive there':
    case 'take there': {
      const change = { delta: move.quantity, location_id: places[move.place] }
      const changes = [{ variant_id: variantOf(move.variant), ...change }]
      return await shop.call('adjustMany', { changes }, { principal: staff })
    }
    case 'count there': {
      const change = { quantity: move.quantity, location_id: places[move.place] }
      return await shop.call(
        'adjustStock',
        { variant_id: variantOf(move.variant), ...change },
        { principal: staff },
      )
    }
    case 'transfer': {
      const way = { from_location_id: places[move.place], to_location_id: places[move.to] }
      const input = { variant_id: variantOf(move.variant), ...way, quantity: move.quantity }
      return await shop.call('transferStock', input, { principal: staff })
    }
    case 'adjust those that can be': {
      const changes = move.changes.map(({ variant: each, place: where, quantity }) => ({
        variant_id: variantOf(each),
        location_id: places[where],
        ...(quantity === 0 ? { quantity: 3 } : { delta: quantity }),
      }))
      return await shop.call('adjustMany', { changes, partial: true }, { principal: staff })
    }
    case 'stock take': {
      const lines = move.counts.map(({ variant: each, counted }) => `${variantOf(each)},${String(counted)}`)
      const csv = ['sku,counted', ...lines].join('\n')
      const input = { name: 'Spring', csv, location_id: places[move.place] }
      const take: { id: string } = await shop.call('createStockTake', input, { principal: staff })
      const stock_take_id = take.id
      await shop.call('applyStockTake', { stock_take_id }, { principal: staff })
      // Twice, as when a run was ended and the next goes on.
      return await Promise.all([1, 2].map(() => shop.runJob('apply-stock-take', { stock_take_id })))
    }
    case 'let order more': {
      const rules = { variant_id: variantOf(move.variant), backorder_limit: move.quantity }
      return await shop.call('setStockRules', rules, { principal: staff })
    }
    case 'reserve': {
      const lines = move.lines.map((line) => ({
        variant_id: variantOf(line.variant),
        quantity: line.quantity,
      }))
      return await shop.reserve(lines, orderOf(move.order))
    }
    case 'commit':
      return await shop.commit(orderOf(move.order))
    case 'release':
      return await shop.release(orderOf(move.order))
    case 'cancel': {
      const payload = { order_id: orderOf(move.order), reason: 'none', was_paid: false }
      return await shop.deliver('orders.order-cancelled.v1', payload)
    }
    case 'expire':
      now = new Date(now.getTime() + 1_000_000)
      return await shop.runSchedule('expire-reservations')
  }
}

const EXPECTED = [
  'INVENTORY_OUT_OF_STOCK',
  'INVENTORY_BELOW_RESERVED',
  'INVENTORY_LOCATION_SHORT',
  'NOT_FOUND',
  'UNAVAILABLE',
  'VALIDATION_FAILED',
]

async function runAll(moves: readonly Step[], atOnce: boolean): Promise<void> {
  const variants = [await shop.stock(5), await shop.stock(5), await shop.stock(0)]
  // Counts know variants by their SKU.
  await shop.deliver('catalog.product-changed.v1', {
    ...{ product_id: newId(), product_name: 'Thing', seller_id: null },
    variants: variants.map((variant_id) => ({ variant_id, sku: variant_id, options: {} })),
  })
  const world: World = { variants, orders: [newId(), newId()] }
  const attempt = async (move: Step): Promise<void> => {
    await play(world, move).catch((error: unknown) => {
      expect(EXPECTED).toContain((error as { code?: string }).code)
    })
  }
  if (atOnce) await Promise.all(moves.map(attempt))
  else for (const move of moves) await attempt(move)
  expect(await brokenRules(shop.db)).toEqual([])
}

test('one after another, whatever happens keeps the rules of the stock', { timeout: 60_000 }, async () => {
  const runs = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), (moves) =>
    runAll(moves, false),
  )
  await fc.assert(runs, { numRuns: 60 })
})

test('all at once, whatever happens keeps the rules of the stock', { timeout: 60_000 }, async () => {
  const runs = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), (moves) =>
    runAll(moves, true),
  )
  await fc.assert(runs, { numRuns: 60 })
})
