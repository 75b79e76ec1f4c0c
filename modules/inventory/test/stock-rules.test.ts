import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, openInventory, staff } from './scene.ts'

type Low = { levels: { variant_id: string; available: number; threshold: number; sku: string | null }[] }
type Page = { items: { variant_id: string }[]; total: number }

const keeper = newId()
let shop: Awaited<ReturnType<typeof openInventory>>
beforeAll(async () => {
  shop = await openInventory({ stubs: { access: { listHolders: async () => ({ account_ids: [keeper] }) } } })
})
afterAll(async () => {
  expect(await brokenRules(shop.db)).toEqual([])
  await shop.close()
})

const asStaff = { principal: staff }
const rules = (variant_id: string, wanted: object): Promise<object> =>
  shop.call('setStockRules', { variant_id, ...wanted }, asStaff)
const adjust = (variant_id: string, change: object) =>
  shop.call('adjustStock', { variant_id, ...change }, asStaff)
const lowOf = async (variant_id: string) =>
  (await shop.told<Low>('inventory.low-stock.v1'))
    .flatMap(({ levels }) => levels)
    .filter((level) => level.variant_id === variant_id)
    .map(({ available, threshold }) => [available, threshold])
const backOf = async (variant_id: string) =>
  (await shop.told<Low>('inventory.back-in-stock.v1'))
    .flatMap(({ levels }) => levels)
    .filter((level) => level.variant_id === variant_id)
    .map(({ available }) => available)
const isListed = async (variant_id: string): Promise<boolean> => {
  const page: Page = await shop.call('listLowStock', { page_size: '100' }, asStaff)
  return page.items.some((item) => item.variant_id === variant_id)
}

describe('low stock', () => {
  // Seen to fail when `becameLow` looks at what is available alone: each sale below the threshold alerts anew.
  test('told once when it falls to its threshold, and again only after it rose above', async () => {
    const variant_id = await shop.stock(10)
    await rules(variant_id, { low_stock_threshold: 7 })
    const order = newId()
    await shop.reserve([{ variant_id, quantity: 2 }], order)
    expect(await lowOf(variant_id)).toEqual([])
    await shop.reserve([{ variant_id, quantity: 1 }])
    await shop.reserve([{ variant_id, quantity: 1 }])
    await shop.commit(order)
    expect(await lowOf(variant_id)).toEqual([[7, 7]])
    await adjust(variant_id, { delta: 5 })
    await adjust(variant_id, { delta: -5 })
    expect(await lowOf(variant_id)).toEqual([
      [7, 7],
      [6, 7],
    ])
  })

  test('many sales at once cross the threshold once', async () => {
    const variant_id = await shop.stock(40)
    await rules(variant_id, { low_stock_threshold: 20 })
    await Promise.all(Array.from({ length: 40 }, () => shop.reserve([{ variant_id, quantity: 1 }])))
    expect(await lowOf(variant_id)).toEqual([[20, 20]])
  })

  test('the shop’s threshold holds where a variant has none; the list goes by the same', async () => {
    const [own, shared] = [await shop.stock(8), await shop.stock(8)]
    await rules(own, { low_stock_threshold: 2 })
    expect(await shop.call('getStockSettings', {}, asStaff)).toEqual({ low_stock_threshold: 5 })
    await shop.call('setStockSettings', { low_stock_threshold: 8 }, asStaff)
    expect([await isListed(own), await isListed(shared)]).toEqual([false, true])
    await adjust(shared, { delta: 3 })
    await adjust(shared, { delta: -3 })
    expect(await lowOf(shared)).toEqual([[8, 8]])
    await rules(own, { low_stock_threshold: null })
    expect(await isListed(own)).toBe(true)
    await shop.call('setStockSettings', { low_stock_threshold: 5 }, asStaff)
    expect([await isListed(own), await isListed(shared)]).toEqual([false, false])
    expect((await shop.audits()).at(-1)).toMatchObject({
      action: 'inventory.settings-changed',
      before: { low_stock_threshold: 8 },
      after: { low_stock_threshold: 5 },
    })
  })

  test('the news name what the catalogue calls it', async () => {
    const variant_id = await shop.stock(6)
    await shop.deliver('catalog.product-changed.v1', {
      product_id: newId(),
      product_name: 'Cap',
      seller_id: null,
      variants: [{ variant_id, sku: 'CAP-1', options: {} }],
    })
    await adjust(variant_id, { delta: -1 })
    const told = await shop.told<Low>('inventory.low-stock.v1')
    expect(told.at(-1)).toMatchObject({ levels: [{ variant_id, sku: 'CAP-1', product_name: 'Cap' }] })
  })
})

describe('reports', () => {
  type Report = { account_id: string; items: { sku: string }[]; total: number }
  const report = async (): Promise<Report[]> => {
    const before = (await shop.told<Report>('inventory.low-stock-reported.v1')).length
    await shop.runSchedule('tell-low-stock')
    return (await shop.told<Report>('inventory.low-stock-reported.v1')).slice(before)
  }
  const named = async (seller_id: string | null, sku: string): Promise<string> => {
    const variant_id = await shop.stock(6)
    await shop.deliver('catalog.product-changed.v1', {
      ...{ product_id: newId(), product_name: 'Thing', seller_id },
      variants: [{ variant_id, sku, options: {} }],
    })
    return variant_id
  }

  test('a seller hears of their own, who keeps the stock of the shop’s; each once', async () => {
    await report()
    const seller = newId()
    const [theirs, ours, risen] = [
      await named(seller, 'S-1'),
      await named(null, 'O-1'),
      await named(null, 'O-2'),
    ]
    for (const id of [theirs, ours, risen]) await adjust(id, { delta: -2 })
    await adjust(risen, { delta: 9 })
    const reports = await report()
    expect(
      reports.map(({ account_id, items, total }) => [account_id, items.map(({ sku }) => sku), total]),
    ).toEqual(
      expect.arrayContaining([
        [seller, ['S-1'], 1],
        [keeper, ['O-1'], 1],
      ]),
    )
    expect(reports).toHaveLength(2)
    expect(await report()).toEqual([])
  })

  test('a long report names 20 and says how many there are', async () => {
    const ids: string[] = []
    for (let place = 0; place < 23; place++) ids.push(await named(null, `L-${String(place)}`))
    await shop.call('adjustMany', { changes: ids.map((variant_id) => ({ variant_id, delta: -3 })) }, asStaff)
    const [only, ...others] = await report()
    expect(others).toEqual([])
    expect(only).toMatchObject({ account_id: keeper, total: 23 })
    expect(only?.items).toHaveLength(20)
  })
})

describe('back in stock', () => {
  test('told when there is something again, by whatever brought it', async () => {
    const variant_id = await shop.stock(1)
    const order = newId()
    await shop.reserve([{ variant_id, quantity: 1 }], order)
    const before = await backOf(variant_id)
    await shop.release(order)
    await adjust(variant_id, { delta: 3 })
    await adjust(variant_id, { quantity: 0 })
    await adjust(variant_id, { delta: 2 })
    expect((await backOf(variant_id)).slice(before.length)).toEqual([1, 2])
  })
})

describe('ordering more than there is', () => {
  test('up to the limit, held and sold; what arrives goes to what is owed', async () => {
    const variant_id = await shop.stock(2)
    await rules(variant_id, { backorder_limit: 3 })
    expect((await shop.news()).at(-1)?.levels).toEqual([
      expect.objectContaining({ variant_id, available: 5, later: 3 }),
    ])
    const order = newId()
    await shop.reserve([{ variant_id, quantity: 4 }], order)
    expect(await shop.level(variant_id)).toEqual({ on_hand: 2, reserved: 4, available: -2 })
    expect((await shop.news()).at(-1)?.levels).toEqual([
      expect.objectContaining({ variant_id, available: 1, later: 1 }),
    ])
    await expect(shop.reserve([{ variant_id, quantity: 2 }])).rejects.toMatchObject({
      code: 'INVENTORY_OUT_OF_STOCK',
    })
    await shop.commit(order)
    expect(await shop.level(variant_id)).toEqual({ on_hand: -2, reserved: 0, available: -2 })
    await adjust(variant_id, { delta: 5 })
    expect(await shop.level(variant_id)).toEqual({ on_hand: 3, reserved: 0, available: 3 })
    await shop.release(order)
    expect((await shop.level(variant_id)).on_hand).toBe(7)
  })

  test('a count and an import of nothing leave what is owed owed', async () => {
    const variant_id = await shop.stock(0)
    await rules(variant_id, { backorder_limit: 5 })
    const [sold, held] = [newId(), newId()]
    await shop.reserve([{ variant_id, quantity: 2 }], sold)
    await shop.commit(sold)
    await shop.reserve([{ variant_id, quantity: 1 }], held)
    await adjust(variant_id, { quantity: 0 })
    await shop.call('importLevels', { levels: [{ variant_id, on_hand: 0 }] }, { caller: 'catalog' })
    expect(await shop.level(variant_id)).toEqual({ on_hand: -2, reserved: 1, available: -3 })
    await expect(adjust(variant_id, { delta: -1 })).rejects.toMatchObject({
      code: 'INVENTORY_BELOW_RESERVED',
    })
  })

  // Seen to fail when `locked` in reserveLines forgets the limit, and when `taken` does.
  test('60 buyers for one piece and two more to come: three get one', async () => {
    const variant_id = await shop.stock(1)
    await rules(variant_id, { backorder_limit: 2 })
    const ends = await Promise.allSettled(
      Array.from({ length: 60 }, () => shop.reserve([{ variant_id, quantity: 1 }])),
    )
    expect(ends.filter((end) => end.status === 'fulfilled')).toHaveLength(3)
    expect(await shop.level(variant_id)).toEqual({ on_hand: 1, reserved: 3, available: -2 })
  })

  test('a limit that falls takes no more orders and lets those that are there go on', async () => {
    const variant_id = await shop.stock(1)
    await rules(variant_id, { backorder_limit: 4 })
    const order = newId()
    await shop.reserve([{ variant_id, quantity: 4 }], order)
    expect(await rules(variant_id, { backorder_limit: 0 })).toMatchObject({
      available: -3,
      backorder_limit: 0,
    })
    await expect(shop.reserve([{ variant_id, quantity: 1 }])).rejects.toMatchObject({
      code: 'INVENTORY_OUT_OF_STOCK',
    })
    await shop.commit(order)
    expect(await shop.level(variant_id)).toEqual({ on_hand: -3, reserved: 0, available: -3 })
  })

  test.each([{ backorder_limit: -1 }, { backorder_limit: 10_000 }, { low_stock_threshold: -1 }])(
    '%j is refused',
    async (wanted) => {
      await expect(rules(await shop.stock(1), wanted)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
    },
  )
})
