import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventory } from '@rampart/contracts/inventory.ts'
import { AppError } from '@rampart/platform/errors/app-error.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { testModule } from '@rampart/platform/testing/module-harness.ts'
import { catalogModule } from '../module.ts'
import { openShop, staff, type Shop } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

const changed = (variant_id: string, available: number, version: number, later?: number) =>
  shop.deliver('inventory.stock-changed.v1', { levels: [{ variant_id, available, version, later }] })

describe('what the stock says', () => {
  test('reaches the page, the list and the filter', async () => {
    const made = await shop.asStaff('createProduct', { name: 'Kettle', price: 1, sku: 'KETTLE' })
    const variant = made.variants[0]?.id ?? ''
    await changed(variant, 4, 3)
    expect(await shop.asGuest('getProduct', { product_id: made.id })).toMatchObject({
      in_stock: true,
      variants: [{ available: 4, in_stock: true }],
    })
    expect((await shop.asGuest('listProducts', {})).items[0]).toMatchObject({ id: made.id, in_stock: true })
    await changed(variant, 0, 4)
    expect(await shop.asGuest('getProduct', { product_id: made.id })).toMatchObject({
      in_stock: false,
      variants: [{ available: 0 }],
    })
    expect((await shop.asGuest('listProducts', {})).items[0]).toMatchObject({ id: made.id, in_stock: false })
    expect((await shop.asGuest('listProducts', { q: 'kettle', in_stock: 'true' })).items).toEqual([])
  })

  test('counts in the order of its versions, whatever the order it comes in', async () => {
    const made = await shop.asStaff('createProduct', { name: 'Toaster', price: 1, sku: 'TOASTER' })
    const variant = made.variants[0]?.id ?? ''
    await changed(variant, 7, 12)
    await changed(variant, 9, 11)
    await changed(variant, 8, 12)
    expect(await shop.asGuest('getProduct', { product_id: made.id })).toMatchObject({
      variants: [{ available: 7 }],
    })
  })

  test('counts by its newest version also when one event tells of a variant twice', async () => {
    for (const [sku, order] of [
      ['PAN', [11, 12] as const],
      ['LID', [12, 11] as const],
    ] as const) {
      const made = await shop.asStaff('createProduct', { name: sku, price: 1, sku })
      const variant_id = made.variants[0]?.id ?? ''
      const levels = order.map((version) => ({ variant_id, version, available: version === 12 ? 0 : 9 }))
      await shop.deliver('inventory.stock-changed.v1', { levels })
      expect(await shop.asGuest('getProduct', { product_id: made.id })).toMatchObject({
        in_stock: false,
        variants: [{ available: 0 }],
      })
    }
  })

  test('tells apart what is there from what can only be ordered, until it has come', async () => {
    const made = await shop.asStaff('createProduct', { name: 'Stove', price: 1, sku: 'STOVE' })
    const variant = made.variants[0]?.id ?? ''
    const told = async () => (await shop.asGuest('getProduct', { product_id: made.id })).variants[0]
    await changed(variant, 5, 1, 5)
    expect(await told()).toMatchObject({ available: 5, in_stock: true, ships_later: true })
    await changed(variant, 6, 2, 5)
    expect(await told()).not.toHaveProperty('ships_later')
    await changed(variant, 0, 3, 0)
    expect(await told()).toMatchObject({ available: 0, in_stock: false })
    expect(await told()).not.toHaveProperty('ships_later')
  })

  test('of a variant that nobody knows has no effect', async () => {
    await changed('0198a000-0000-7000-8000-00000000dead', 5, 1)
  })
})

describe('first pieces of a new variant', () => {
  test('are told by a job when the process ended in between, and only once', async () => {
    shop.takeJobs()
    shop.trouble.down = true
    const made = await shop.asStaff('createProduct', {
      name: 'Crashed',
      price: 1,
      sku: 'CRASHED',
      initial_quantity: 6,
    })
    shop.trouble.down = false
    expect(made).toMatchObject({ in_stock: false, variants: [{ available: 0 }] })
    expect(shop.takeJobs().map((job) => job.name)).toEqual(['tell-stock'])
    await shop.runJob('tell-stock', {})
    const variant = made.variants[0]?.id ?? ''
    expect(shop.stock.get(variant)).toBe(6)
    expect(await shop.asGuest('getProduct', { product_id: made.id })).toMatchObject({
      variants: [{ available: 6 }],
    })
    const told = shop.told.length
    await shop.runJob('tell-stock', {})
    expect(shop.told.length).toBe(told)
  })

  test('told again after a sale do not bring back what was sold', async () => {
    const made = await shop.asStaff('createProduct', {
      name: 'Sold',
      price: 1,
      sku: 'SOLD',
      initial_quantity: 6,
    })
    const variant = made.variants[0]?.id ?? ''
    // As if the process had ended before it could note that the stock was told.
    await shop.db.run(sql`UPDATE catalog.variants SET initial_quantity = 6 WHERE id = ${variant}`)
    shop.stock.set(variant, 1)
    await changed(variant, 1, 2)
    await shop.runJob('tell-stock', {})
    expect(shop.stock.get(variant)).toBe(1)
    expect(await shop.asGuest('getProduct', { product_id: made.id })).toMatchObject({
      variants: [{ available: 1 }],
    })
  })
})

describe('updateStock', () => {
  const level = { on_hand: 5, reserved: 1, available: 4 }

  test.each([
    ['INVENTORY_BELOW_RESERVED', 'CATALOG_STOCK_BELOW_RESERVED', 409],
    ['INVENTORY_CHANGE_UNCLEAR', 'CATALOG_STOCK_CHANGE_UNCLEAR', 400],
  ])('answers %s with a code of its own', async (code, own, status) => {
    const other = await openWith(async () => {
      throw new AppError({
        code,
        status,
        message: inventory.operations.adjustStock.errors[code as 'INVENTORY_BELOW_RESERVED'].message,
      })
    })
    const made = await make(other, [{ sku: 'ONE', price: 1 }])
    await expect(
      other.call('updateStock', { product_id: made.id, delta: -1 }, { principal: staff }),
    ).rejects.toMatchObject({ code: own, status })
    await other.close()
  })

  test('changes the only variant, or the one that is named', async () => {
    const asked: unknown[] = []
    const other = await openWith(async (input) => {
      asked.push(input)
      return { ...level, variant_id: input.variant_id }
    })
    const single = await make(other, [{ sku: 'SINGLE', price: 1 }])
    const change = (input: object) => other.call('updateStock', input, { principal: staff })
    expect(await change({ product_id: single.id, quantity: 5, reason: 'Counted' })).toMatchObject(level)
    expect(asked).toEqual([{ variant_id: single.variants[0]?.id, quantity: 5, reason: 'Counted' }])
    const pair = await make(other, [
      { sku: 'A', price: 1, options: { S: '1' } },
      { sku: 'B', price: 1, options: { S: '2' } },
    ])
    await expect(change({ product_id: pair.id, delta: 1 })).rejects.toMatchObject({
      code: 'CATALOG_VARIANT_NEEDED',
    })
    expect(await change({ product_id: pair.id, variant_id: pair.variants[1]?.id, delta: 1 })).toMatchObject({
      variant_id: pair.variants[1]?.id,
    })
    await expect(
      change({ product_id: pair.id, variant_id: single.variants[0]?.id, delta: 1 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(change({ product_id: single.id })).rejects.toMatchObject({
      code: 'CATALOG_STOCK_CHANGE_UNCLEAR',
    })
    await expect(change({ product_id: single.id, delta: 1, quantity: 1 })).rejects.toMatchObject({
      code: 'CATALOG_STOCK_CHANGE_UNCLEAR',
    })
    await expect(
      change({ product_id: '0198a000-0000-7000-8000-00000000dead', delta: 1 }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await other.close()
  })
})

type Adjust = (input: { variant_id: string }) => Promise<unknown>
type Made = { id: string; variants: { id: string }[] }

function openWith(adjustStock: Adjust) {
  return testModule(catalogModule, { stubs: { inventory: { adjustStock, importLevels: async () => null } } })
}

async function make(other: Awaited<ReturnType<typeof openWith>>, variants: object[]): Promise<Made> {
  return other.call('createProduct', { name: 'Stocked', variants }, { principal: staff })
}
