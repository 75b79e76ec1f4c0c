import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, openInventory, staff } from './scene.ts'

type Movement = {
  delta: number
  reason: string
  note: string | null
  reference: string | null
  actor_id: string | null
}
type Movements = { items: Movement[]; next_cursor: string | null }

let shop: Awaited<ReturnType<typeof openInventory>>
beforeAll(async () => {
  shop = await openInventory()
})
afterAll(async () => {
  expect(await brokenRules(shop.db)).toEqual([])
  await shop.close()
})

const adjust = (input: object): Promise<object> => shop.call('adjustStock', input, { principal: staff })
const movements = (input: object): Promise<Movements> =>
  shop.call('listMovements', input, { principal: staff })

describe('200', () => {
  test('pieces come, go and are counted; the ledger says why and who', async () => {
    const variant_id = await shop.stock(10)
    expect(await adjust({ variant_id, delta: 5, reason: 'Delivery 17' })).toMatchObject({ on_hand: 15 })
    expect(await adjust({ variant_id, delta: -2, reason: 'Broken' })).toMatchObject({ on_hand: 13 })
    expect(await adjust({ variant_id, quantity: 12 })).toEqual({
      variant_id,
      on_hand: 12,
      reserved: 0,
      available: 12,
    })
    const order = newId()
    await shop.reserve([{ variant_id, quantity: 3 }], order)
    await shop.commit(order)
    await shop.release(order)
    const { items } = await movements({ variant_id })
    const told = items.map(({ delta, reason, note, reference, actor_id }) => [
      delta,
      reason,
      note,
      reference,
      actor_id,
    ])
    expect(told).toEqual([
      [3, 'restocked', null, order, null],
      [-3, 'sold', null, order, null],
      [-1, 'counted', null, null, staff.id],
      [-2, 'adjusted', 'Broken', null, staff.id],
      [5, 'received', 'Delivery 17', null, staff.id],
      [10, 'counted', null, null, null],
    ])
  })

  test('a count that confirms the figure stands in the ledger, and is no news', async () => {
    const variant_id = await shop.stock(4)
    const news = (await shop.news()).length
    await adjust({ variant_id, quantity: 4 })
    expect((await movements({ variant_id })).items[0]).toMatchObject({ delta: 0, reason: 'counted' })
    expect((await shop.news()).length).toBe(news)
  })

  test('each change leaves one audit entry', async () => {
    const variant_id = await shop.stock(4)
    const audits = (await shop.audits()).length
    await adjust({ variant_id, delta: 1 })
    expect((await shop.audits()).slice(audits)).toMatchObject([
      { action: 'inventory.adjusted', subject_id: variant_id, before: { on_hand: 4 }, after: { on_hand: 5 } },
    ])
  })

  test('the ledger is read in stretches, newest first', async () => {
    const variant_id = await shop.stock(1)
    for (let i = 0; i < 4; i++) await adjust({ variant_id, delta: 1 })
    const first = await movements({ variant_id, limit: '3' })
    expect(first.items).toHaveLength(3)
    const second = await movements({ variant_id, limit: '3', cursor: first.next_cursor })
    expect(second.items.map(({ reason }) => reason)).toEqual(['received', 'counted'])
    expect(second.next_cursor).toBeNull()
  })

  test('the ledger cannot be changed, not even by a mistaken statement', async () => {
    await shop.stock(1)
    for (const statement of [
      sql`UPDATE inventory.movements SET delta = 5`,
      sql`DELETE FROM inventory.movements`,
      sql`TRUNCATE inventory.movements`,
    ]) {
      await expect(shop.db.run(statement)).rejects.toThrow('append-only')
    }
  })
})

describe('400', () => {
  test.each([{}, { delta: 1, quantity: 1 }, { delta: 0 }])('%j does not say what to do', async (input) => {
    await expect(adjust({ variant_id: await shop.stock(1), ...input })).rejects.toMatchObject({
      code: 'INVENTORY_CHANGE_UNCLEAR',
      status: 400,
    })
  })

  test('there are 1,000,000 pieces at most', async () => {
    const variant_id = await shop.stock(999_999)
    await expect(adjust({ variant_id, delta: 2 })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'delta' }],
    })
    await expect(adjust({ variant_id, quantity: 1_000_001 })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    })
  })

  test.each(['', '0', '-1', 'abc', '1e3', '99999999999999999'])(
    'the cursor %j is refused',
    async (cursor) => {
      await expect(movements({ variant_id: newId(), cursor })).rejects.toMatchObject({
        code: 'INVENTORY_BAD_CURSOR',
      })
    },
  )
})

describe('401, 403 and 404', () => {
  const customer = { kind: 'customer', id: newId(), session_id: newId(), guest_token: null } as const
  const reader = { ...staff, permissions: ['inventory:read'] }
  test('guests, customers and staff without the permission change nothing', async () => {
    const input = { variant_id: await shop.stock(1), delta: 1 }
    await expect(shop.call('adjustStock', input)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    await expect(shop.call('adjustStock', input, { principal: customer })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(shop.call('adjustStock', input, { principal: reader })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(shop.call('listStock', {}, { principal: customer })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    expect((await shop.level(input.variant_id)).on_hand).toBe(1)
  })

  test.each(['getLevels', 'importLevels', 'reserveStock', 'commitReservation', 'releaseReservation'])(
    '%s is never reached from outside, nor by a module that is not named',
    async (operation) => {
      await expect(shop.call(operation, {}, { principal: staff })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
      await expect(shop.call(operation, {}, { caller: 'notifications' })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      })
    },
  )

  test('a variant that nobody knows', async () => {
    await expect(adjust({ variant_id: newId(), delta: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(movements({ variant_id: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('409', () => {
  test('never below what orders have reserved', async () => {
    const variant_id = await shop.stock(10)
    await shop.reserve([{ variant_id, quantity: 6 }])
    for (const change of [{ delta: -5 }, { quantity: 5 }]) {
      await expect(adjust({ variant_id, ...change })).rejects.toMatchObject({
        code: 'INVENTORY_BELOW_RESERVED',
        status: 409,
      })
    }
    expect(await adjust({ variant_id, delta: -4 })).toMatchObject({ on_hand: 6, available: 0 })
  })
})
