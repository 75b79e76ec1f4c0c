import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { expect, onTestFinished, test } from 'vitest'
import { brokenRules, openInventory } from './scene.ts'

const BUYERS = 500

async function open() {
  let now = new Date('2026-06-01T12:00:00.000Z')
  const shop = await openInventory({ connections: 100, clock: () => now })
  onTestFinished(() => shop.close())
  const wait = (seconds: number) => (now = new Date(now.getTime() + seconds * 1_000))
  return { ...shop, wait }
}

/** Everybody at once: how many were served, and what the others were told. */
async function race(tries: readonly Promise<unknown>[]) {
  const ends = await Promise.allSettled(tries)
  const codes = ends.flatMap((end) =>
    end.status === 'rejected' ? [(end.reason as { code: string }).code] : [],
  )
  return { won: ends.length - codes.length, refusals: [...new Set(codes)] }
}

async function deadlocks(shop: Awaited<ReturnType<typeof open>>): Promise<number> {
  // A backend hands in its counters when it ends; the calls themselves hide deadlocks, they try again.
  await shop.db.many(sql`
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()`)
  const { deadlocks: count } = await shop.db.one<{ deadlocks: number }>(
    sql`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`,
  )
  return count
}

// Seen to fail: without FOR UPDATE in `locked` the verdict is the snapshot's, and 27 buyers are told that they hold
// the unit; without the verdict and the guard in `taken` the CHECK still refuses, but as a bug: 500 instead of 409.
test('500 buyers for one unit: one gets it, the others are told at once', { timeout: 60_000 }, async () => {
  const shop = await open()
  for (let run = 0; run < 3; run++) {
    const variant_id = await shop.stock(1)
    const started = performance.now()
    const tries = Array.from({ length: BUYERS }, () => shop.reserve([{ variant_id, quantity: 1 }]))
    expect(await race(tries)).toEqual({ won: 1, refusals: ['INVENTORY_OUT_OF_STOCK'] })
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(await shop.level(variant_id)).toEqual({ on_hand: 1, reserved: 1, available: 0 })
  }
  expect(await brokenRules(shop.db)).toEqual([])
})

// Both seen to fail when `locked` orders by hash of order and variant: transactions wait for each other in circles
// until PostgreSQL ends one, and only a handful of orders come through.
test(
  '500 buyers of shared items in any order: ten units are sold ten times, nobody deadlocks',
  { timeout: 60_000 },
  async () => {
    const shop = await open()
    const wanted = await shop.stock(10)
    const beside = [
      await shop.stock(5_000),
      await shop.stock(5_000),
      await shop.stock(5_000),
      await shop.stock(5_000),
    ]
    const tries = Array.from({ length: BUYERS }, async (_, buyer) => {
      const others = beside.slice(buyer % 3, (buyer % 3) + (buyer % 3))
      const lines = [wanted, ...others].map((variant_id) => ({ variant_id, quantity: 1 }))
      const order = newId()
      await shop.reserve(buyer % 2 === 0 ? lines : lines.reverse(), order)
      return await shop.commit(order)
    })
    expect(await race(tries)).toEqual({ won: 10, refusals: ['INVENTORY_OUT_OF_STOCK'] })
    expect(await shop.level(wanted)).toEqual({ on_hand: 0, reserved: 0, available: 0 })
    expect(await brokenRules(shop.db)).toEqual([])
    expect(await deadlocks(shop)).toBe(0)
  },
)

test(
  'orders of plenty with shared items in opposite order all succeed without a deadlock',
  { timeout: 60_000 },
  async () => {
    const shop = await open()
    const ids: string[] = []
    for (let i = 0; i < 6; i++) ids.push(await shop.stock(10_000))
    const orders = Array.from({ length: BUYERS }, async (_, buyer) => {
      const lines = ids.map((_id, place) => ({ variant_id: ids[(place + buyer) % ids.length]!, quantity: 1 }))
      const order = newId()
      await shop.reserve(buyer % 2 === 0 ? lines : lines.reverse(), order)
      if (buyer % 3 === 0) await shop.release(order)
      else await shop.commit(order)
    })
    expect(await race(orders)).toEqual({ won: BUYERS, refusals: [] })
    expect(await deadlocks(shop)).toBe(0)
    expect(await brokenRules(shop.db)).toEqual([])
  },
)

// Seen to fail when `claim` takes the key although another call has it (DO UPDATE): the order's lines are held twice.
test('one order reserved by many at once holds its pieces once', { timeout: 60_000 }, async () => {
  const shop = await open()
  const variant_id = await shop.stock(1_000)
  const order = newId()
  const tries = Array.from({ length: 60 }, () => shop.reserve([{ variant_id, quantity: 2 }], order))
  expect(await race(tries)).toEqual({ won: 60, refusals: [] })
  expect((await shop.level(variant_id)).reserved).toBe(2)
})

// Seen to fail when commitHeld takes whatever is not committed: it sells pieces that expiry has just given back.
test(
  'expiry beside commits: each order is sold once, whichever came first',
  { timeout: 60_000 },
  async () => {
    const shop = await open()
    const variant_id = await shop.stock(400)
    const orders = Array.from({ length: 200 }, () => newId())
    await Promise.all(orders.map((order) => shop.reserve([{ variant_id, quantity: 2 }], order)))
    shop.wait(1_000)
    const sweeps = Array.from({ length: 8 }, () => shop.runSchedule('expire-reservations'))
    const commits = orders.flatMap((order) => [shop.commit(order), shop.commit(order)])
    expect(await race([...sweeps, ...commits])).toEqual({ won: 408, refusals: [] })
    expect(await shop.level(variant_id)).toEqual({ on_hand: 0, reserved: 0, available: 0 })
    expect(await brokenRules(shop.db)).toEqual([])
  },
)

// Seen to fail when releaseOrder looks at the reservation without lockOrBury's row: 145 orders hold on for good.
test('a release beside the reserve of its order leaves nothing held', { timeout: 60_000 }, async () => {
  const shop = await open()
  const variant_id = await shop.stock(1_000)
  const orders = Array.from({ length: 150 }, () => newId())
  await race(
    orders.flatMap((order) => [shop.reserve([{ variant_id, quantity: 1 }], order), shop.release(order)]),
  )
  expect(await shop.level(variant_id)).toEqual({ on_hand: 1_000, reserved: 0, available: 1_000 })
})
