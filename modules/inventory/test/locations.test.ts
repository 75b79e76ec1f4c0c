import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MAIN_LOCATION } from '../domain/locations.ts'
import { brokenRules, openInventory, staff } from './scene.ts'

type Location = { id: string; name: string; is_main: boolean; closed_at: string | null }

let shop: Awaited<ReturnType<typeof openInventory>>
let cellar: string
let attic: string
beforeAll(async () => {
  shop = await openInventory()
  ;[cellar, attic] = [await shop.location('Cellar'), await shop.location('Attic')]
})
afterAll(async () => {
  expect(await brokenRules(shop.db)).toEqual([])
  await shop.close()
})

const asStaff = { principal: staff }
const list = async (input: object = {}): Promise<Location[]> => {
  const { items }: { items: Location[] } = await shop.call('listLocations', input, asStaff)
  return items
}
const adjust = (variant_id: string, change: object) =>
  shop.call('adjustStock', { variant_id, ...change }, asStaff)
const transfer = (variant_id: string, from: string, to: string, quantity: number) =>
  shop.call(
    'transferStock',
    { variant_id, from_location_id: from, to_location_id: to, quantity, reason: 'Nearer' },
    asStaff,
  )
/** A variant with pieces in the main location, the cellar and the attic. */
async function spread(main: number, below: number, above: number): Promise<string> {
  const variant_id = await shop.stock(main)
  if (below > 0) await adjust(variant_id, { delta: below, location_id: cellar })
  if (above > 0) await adjust(variant_id, { delta: above, location_id: attic })
  return variant_id
}
const lying = async (variant_id: string): Promise<number[]> => {
  const places = await shop.places(variant_id)
  return [MAIN_LOCATION, cellar, attic].map((id) => places[id]!)
}

describe('locations', () => {
  test('there is a main one from the start, listed first; others are added and renamed', async () => {
    expect((await list())[0]).toMatchObject({ id: MAIN_LOCATION, name: 'Main', is_main: true })
    const id = await shop.location('Shed')
    const renamed = await shop.call('renameLocation', { location_id: id, name: 'Garage' }, asStaff)
    expect(renamed).toMatchObject({ id, name: 'Garage', is_main: false, closed_at: null })
    expect((await shop.audits()).slice(-2)).toMatchObject([
      { action: 'inventory.location-created', subject_id: id },
      { action: 'inventory.location-renamed', before: { name: 'Shed' }, after: { name: 'Garage' } },
    ])
  })

  test('open ones have different names; that of a closed one is free', async () => {
    const taken = { code: 'INVENTORY_LOCATION_NAME_TAKEN', status: 409 }
    await expect(shop.location('cellar')).rejects.toMatchObject(taken)
    const rename = { location_id: attic, name: 'CELLAR' }
    await expect(shop.call('renameLocation', rename, asStaff)).rejects.toMatchObject(taken)
    const id = await shop.location('Tent')
    expect(await shop.call('closeLocation', { location_id: id }, asStaff)).toMatchObject({ id })
    expect((await list()).map((each) => each.id)).not.toContain(id)
    expect((await list({ closed: 'true' })).at(-1)).toMatchObject({ id, name: 'Tent' })
    await shop.location('Tent')
    for (const operation of ['closeLocation', 'renameLocation'])
      await expect(
        shop.call(
          operation,
          { location_id: id, ...(operation === 'renameLocation' ? { name: 'X' } : {}) },
          asStaff,
        ),
      ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('one in which something lies stays open, and so does the main one', async () => {
    const id = await shop.location()
    const variant_id = await shop.stock(0)
    await adjust(variant_id, { delta: 1, location_id: id })
    for (const location_id of [id, MAIN_LOCATION])
      await expect(shop.call('closeLocation', { location_id }, asStaff)).rejects.toMatchObject({
        code: 'INVENTORY_LOCATION_IN_USE',
      })
    await transfer(variant_id, id, cellar, 1)
    await shop.call('closeLocation', { location_id: id }, asStaff)
    for (const location_id of [id, newId()]) {
      const unknown = { code: 'INVENTORY_LOCATION_UNKNOWN', status: 400 }
      await expect(adjust(variant_id, { delta: 1, location_id })).rejects.toMatchObject(unknown)
      await expect(transfer(variant_id, cellar, location_id, 1)).rejects.toMatchObject(unknown)
    }
  })

  // Seen to fail when holdOpen takes no lock: pieces arrive in a location that is being closed.
  test('closing beside arrivals: what arrives keeps it open, or finds it closed', async () => {
    for (let run = 0; run < 15; run++) {
      const id = await shop.location()
      const variant_id = await shop.stock(3)
      const ends = await Promise.allSettled([
        transfer(variant_id, MAIN_LOCATION, id, 1),
        shop.call('closeLocation', { location_id: id }, asStaff),
        adjust(variant_id, { delta: 2, location_id: id }),
      ])
      const places = await shop.places(variant_id)
      const came = Object.values(places).reduce((sum, each) => sum + each, 0)
      expect((await shop.level(variant_id)).on_hand).toBe(came)
      expect(ends.some((end) => end.status === 'fulfilled')).toBe(true)
    }
    expect(await brokenRules(shop.db)).toEqual([])
  })
})

describe('figures', () => {
  test('what lies in the locations adds up to what is on hand', async () => {
    const variant_id = await spread(4, 3, 2)
    expect(await shop.level(variant_id)).toEqual({ on_hand: 9, reserved: 0, available: 9 })
    expect(await lying(variant_id)).toEqual([4, 3, 2])
    await adjust(variant_id, { quantity: 1, location_id: cellar })
    await adjust(variant_id, { delta: -1, location_id: attic })
    await adjust(variant_id, { quantity: 6, location_id: MAIN_LOCATION })
    expect(await lying(variant_id)).toEqual([6, 1, 1])
    await adjust(variant_id, { quantity: 3 })
    expect(await lying(variant_id)).toEqual([1, 1, 1])
    const short = { code: 'INVENTORY_LOCATION_SHORT', status: 409 }
    await expect(adjust(variant_id, { quantity: 1 })).rejects.toMatchObject(short)
    await expect(adjust(variant_id, { delta: -2, location_id: cellar })).rejects.toMatchObject(short)
  })

  test('a transfer leaves two movements and no news, and takes no more than there is', async () => {
    const variant_id = await spread(5, 0, 0)
    const news = (await shop.news()).length
    await transfer(variant_id, MAIN_LOCATION, cellar, 3)
    await transfer(variant_id, cellar, attic, 1)
    await transfer(variant_id, attic, MAIN_LOCATION, 1)
    expect(await lying(variant_id)).toEqual([3, 2, 0])
    expect((await shop.news()).length).toBe(news)
    const { items }: { items: { delta: number; location_name: string }[] } = await shop.call(
      'listMovements',
      { variant_id, limit: '2' },
      asStaff,
    )
    expect(items).toMatchObject([
      { delta: 1, location_name: 'Main', reason: 'transferred', note: 'Nearer', actor_id: staff.id },
      { delta: -1, location_name: 'Attic', reason: 'transferred' },
    ])
    const there: { items: object[] } = await shop.call(
      'listMovements',
      { variant_id, location_id: cellar },
      asStaff,
    )
    expect(there.items).toMatchObject([{ delta: -1 }, { delta: 3 }])
    const short = { code: 'INVENTORY_LOCATION_SHORT', status: 409 }
    await expect(transfer(variant_id, cellar, attic, 3)).rejects.toMatchObject(short)
    await expect(transfer(variant_id, attic, cellar, 1)).rejects.toMatchObject(short)
    await expect(transfer(variant_id, cellar, cellar, 1)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
    await expect(transfer(newId(), cellar, attic, 1)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  // Seen to fail when commitHeld does not look at `elsewhere`: the main location sells what it has not got.
  test('a sale takes from the main location, then from the others, and comes back to where it was', async () => {
    const variant_id = await spread(2, 3, 4)
    const order = newId()
    await shop.reserve([{ variant_id, quantity: 6 }], order)
    expect(await lying(variant_id)).toEqual([2, 3, 4])
    await shop.commit(order)
    expect(await lying(variant_id)).toEqual([0, 0, 3])
    expect(await shop.level(variant_id)).toEqual({ on_hand: 3, reserved: 0, available: 3 })
    await shop.release(order)
    expect(await lying(variant_id)).toEqual([2, 3, 4])
    expect(await shop.commit(order)).toEqual({ status: 'committed' })
    expect(await lying(variant_id)).toEqual([0, 0, 3])
    expect(await shop.commit(order)).toEqual({ status: 'committed' })
  })

  test('what a location gave that is closed by now comes back to the main one', async () => {
    const [variant_id, id] = [await shop.stock(1), await shop.location()]
    await adjust(variant_id, { delta: 2, location_id: id })
    const order = newId()
    await shop.reserve([{ variant_id, quantity: 3 }], order)
    await shop.commit(order)
    await shop.call('closeLocation', { location_id: id }, asStaff)
    await shop.release(order)
    expect(await lying(variant_id)).toEqual([3, 0, 0])
  })

  test('an import changes what is in the main location, and leaves the others', async () => {
    const variant_id = await spread(2, 3, 0)
    const set = (on_hand: number) =>
      shop.call('importLevels', { levels: [{ variant_id, on_hand }] }, { caller: 'catalog' })
    await set(9)
    expect(await lying(variant_id)).toEqual([6, 3, 0])
    await set(1)
    expect(await lying(variant_id)).toEqual([0, 3, 0])
  })

  test('the list shows what lies in a location', async () => {
    const variant_id = await spread(2, 3, 0)
    const of = async (location_id: string) => {
      const page: { items: { variant_id: string; at_location: number }[] } = await shop.call(
        'listStock',
        { location_id, page_size: '100' },
        asStaff,
      )
      return page.items.find((item) => item.variant_id === variant_id)?.at_location
    }
    expect([await of(MAIN_LOCATION), await of(cellar), await of(attic)]).toEqual([2, 3, undefined])
  })
})

describe('several at once', () => {
  test('all changes or none; each is in the ledger, all are one audit entry', async () => {
    const [one, two] = [await shop.stock(5), await shop.stock(5)]
    const audits = (await shop.audits()).length
    const changes = [
      { variant_id: one, delta: -2, reason: 'Broken' },
      { variant_id: two, quantity: 8 },
      { variant_id: two, delta: 1, location_id: cellar },
    ]
    const { levels }: { levels: object[] } = await shop.call('adjustMany', { changes }, asStaff)
    expect(levels).toMatchObject([{ on_hand: 3 }, { on_hand: 8 }, { on_hand: 9 }])
    expect((await shop.audits()).slice(audits)).toMatchObject([{ action: 'inventory.bulk-adjusted' }])
    const bad = [...changes, { variant_id: one, delta: -4 }]
    await expect(shop.call('adjustMany', { changes: bad }, asStaff)).rejects.toMatchObject({
      code: 'INVENTORY_BELOW_RESERVED',
      errors: [{ path: 'changes.3' }],
    })
    expect((await shop.level(one)).on_hand).toBe(3)
  })

  test('a variant that is named twice is told of once, as it is in the end', async () => {
    const variant_id = await shop.stock(0)
    const changes = [5, -5, 3].map((delta) => ({ variant_id, delta }))
    const news = (await shop.news()).length
    await shop.call('adjustMany', { changes }, asStaff)
    const told = (await shop.news()).slice(news)
    expect(told.map(({ levels }) => levels.map((level) => [level.variant_id, level.available]))).toEqual([
      [[variant_id, 3]],
    ])
  })

  test('with partial, those that can be are changed, and each of the others is told why not', async () => {
    const [one, two, three] = [await shop.stock(5), await shop.stock(5), await shop.stock(5)]
    await shop.reserve([{ variant_id: two, quantity: 4 }])
    const unknown = newId()
    const changes = [
      { variant_id: one, delta: -2, reason: 'Broken' },
      { variant_id: two, delta: -2, reason: 'Broken' },
      { variant_id: unknown, delta: -2, reason: 'Broken' },
      { variant_id: three, delta: -2, location_id: cellar },
      { variant_id: three, delta: 1_000_000 },
      { variant_id: three, delta: -1 },
    ]
    const audits = (await shop.audits()).length
    const { levels, refused }: { levels: object[]; refused: object[] } = await shop.call(
      'adjustMany',
      { changes, partial: true },
      asStaff,
    )
    expect(levels).toMatchObject([
      { variant_id: one, on_hand: 3 },
      { variant_id: three, on_hand: 4 },
    ])
    expect(refused).toMatchObject([
      { place: 1, variant_id: two, code: 'INVENTORY_BELOW_RESERVED' },
      { place: 2, variant_id: unknown, code: 'NOT_FOUND' },
      { place: 3, variant_id: three, code: 'INVENTORY_LOCATION_SHORT' },
      { place: 4, variant_id: three, code: 'VALIDATION_FAILED' },
    ])
    expect((await shop.level(two)).on_hand).toBe(5)
    expect((await shop.audits()).slice(audits)).toHaveLength(1)
    // What is unclear is a mistake of the whole list, not of a row.
    await expect(
      shop.call('adjustMany', { changes: [{ variant_id: one }], partial: true }, asStaff),
    ).rejects.toMatchObject({ code: 'INVENTORY_CHANGE_UNCLEAR' })
  })

  test('in any order at once: nobody deadlocks', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => shop.stock(50)))
    const rounds = Array.from({ length: 10 }, (_, round) => {
      const changes = ids.map((variant_id) => ({ variant_id, delta: -1 }))
      return shop.call('adjustMany', { changes: round % 2 === 0 ? changes : changes.reverse() }, asStaff)
    })
    await Promise.all(rounds)
    for (const id of ids) expect((await shop.level(id)).on_hand).toBe(40)
  })
})
