import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenRules, openInventory, staff } from './scene.ts'

type Take = {
  id: string
  status: string
  lines: number
  differing: number
  problems: number
  applied: number
  refused: number
}
type Line = {
  line: number
  sku: string
  expected: number | null
  difference: number | null
  status: string
  problem: string | null
}

let shop: Awaited<ReturnType<typeof openInventory>>
beforeAll(async () => {
  shop = await openInventory()
})
afterAll(async () => {
  expect(await brokenRules(shop.db)).toEqual([])
  await shop.close()
})

const asStaff = { principal: staff }
const ana = { ...staff, id: newId(), role: 'seller', permissions: ['inventory:own'] }
let number = 0
async function article(pieces: number, seller_id: string | null = null) {
  const [variant_id, sku] = [await shop.stock(pieces), `SKU-${String(++number)}`]
  await shop.deliver('catalog.product-changed.v1', {
    ...{ product_id: newId(), product_name: `Thing ${sku}`, seller_id },
    variants: [{ variant_id, sku, options: {} }],
  })
  return { variant_id, sku }
}
const upload = (csv: string, more: object = {}, as: object = asStaff): Promise<Take> =>
  shop.call('createStockTake', { name: 'Spring', csv, ...more }, as)
const linesOf = async ({ id }: Take, show = 'all'): Promise<Line[]> => {
  const input = { stock_take_id: id, show, page_size: '100' }
  const { items }: { items: Line[] } = await shop.call('listStockTakeLines', input, asStaff)
  return items
}
const apply = async ({ id }: Take, as: object = asStaff): Promise<Take> => {
  await shop.call('applyStockTake', { stock_take_id: id }, as)
  await shop.runJob('apply-stock-take', { stock_take_id: id })
  return await shop.call('getStockTake', { stock_take_id: id }, as)
}

describe('200', () => {
  test('a count is compared, and moves nothing before it is applied', async () => {
    const [less, more, same] = [await article(5), await article(5), await article(5)]
    const csv = `sku,counted\n${less.sku},3\n${more.sku},9\n${same.sku},5\nNO-SUCH,1\n${same.sku},5\n,2\n${less.sku},x\n`
    const take = await upload(csv)
    expect(take).toMatchObject({ status: 'checked', lines: 7, differing: 2, problems: 4 })
    const told = (await linesOf(take)).map(({ line, difference, status, problem }) => [
      line,
      difference,
      status,
      problem,
    ])
    expect(told).toEqual([
      [2, -2, 'differs', null],
      [3, 4, 'differs', null],
      [4, 0, 'same', null],
      [5, null, 'problem', 'sku_unknown'],
      [6, null, 'problem', 'sku_twice'],
      [7, null, 'problem', 'sku_missing'],
      [8, null, 'problem', 'count_unclear'],
    ])
    expect((await linesOf(take, 'differing')).length).toBe(2)
    expect((await linesOf(take, 'problems')).length).toBe(4)
    expect((await shop.level(less.variant_id)).on_hand).toBe(5)

    expect(await apply(take)).toMatchObject({ status: 'applied', applied: 2, refused: 0 })
    expect((await shop.level(less.variant_id)).on_hand).toBe(3)
    expect((await shop.level(more.variant_id)).on_hand).toBe(9)
    const { items }: { items: object[] } = await shop.call(
      'listMovements',
      { variant_id: less.variant_id, limit: '1' },
      asStaff,
    )
    expect(items).toMatchObject([{ delta: -2, reason: 'counted', reference: take.id, actor_id: staff.id }])
  })

  // Seen to fail when a line sets the figure that was counted: the piece sold meanwhile is on the shelf again.
  test('what was sold between count and application stays sold', async () => {
    const { variant_id, sku } = await article(10)
    const take = await upload(`sku;counted\r\n${sku};8\r\n`)
    const order = newId()
    await shop.reserve([{ variant_id, quantity: 3 }], order)
    await shop.commit(order)
    await apply(take)
    expect((await shop.level(variant_id)).on_hand).toBe(5)
  })

  test('a line that may not be is refused and says why; the others go on', async () => {
    const [held, free] = [await article(4), await article(4)]
    const take = await upload(`SKU\tCount\n${held.sku}\t1\n${free.sku}\t1\n`)
    await shop.reserve([{ variant_id: held.variant_id, quantity: 3 }])
    expect(await apply(take)).toMatchObject({ status: 'applied', applied: 1, refused: 1 })
    expect((await linesOf(take, 'problems')).map(({ problem }) => problem)).toEqual(['below_reserved'])
  })

  test('a count is of a location', async () => {
    const { variant_id, sku } = await article(5)
    const location_id = await shop.location()
    const take = await upload(`sku,counted\n${sku},2\n`, { location_id })
    expect(await linesOf(take)).toMatchObject([{ expected: 0, difference: 2 }])
    await apply(take)
    expect((await shop.places(variant_id))[location_id]).toBe(2)
    expect((await shop.level(variant_id)).on_hand).toBe(7)
  })

  test('a run that was ended goes on where it stopped, and counts nothing twice', async () => {
    const articles = await Promise.all(Array.from({ length: 150 }, () => article(2)))
    const take = await upload(`sku,counted\n${articles.map(({ sku }) => `${sku},3`).join('\n')}`)
    await shop.call('applyStockTake', { stock_take_id: take.id }, asStaff)
    const last = articles.at(-1)!.sku
    await shop.db.run(sql`
      CREATE FUNCTION inventory.stumble() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'stumbled'; END $$`)
    await shop.db.run(sql`
      CREATE TRIGGER stumble BEFORE UPDATE OF status ON inventory.stock_take_lines
      FOR EACH ROW WHEN (OLD.line > 140) EXECUTE FUNCTION inventory.stumble()`)
    const run = () => shop.runJob('apply-stock-take', { stock_take_id: take.id })
    await expect(run()).rejects.toThrow()
    expect(await shop.call('getStockTake', { stock_take_id: take.id }, asStaff)).toMatchObject({
      status: 'applying',
      applied: 100,
    })
    await shop.db.run(sql`DROP TRIGGER stumble ON inventory.stock_take_lines`)
    await Promise.all([run(), run()])
    await run()
    expect(await apply(take).catch((error: { code: string }) => error.code)).toBe('INVENTORY_STOCK_TAKE_OVER')
    for (const { variant_id } of articles) expect((await shop.level(variant_id)).on_hand).toBe(3)
    expect(last).toBeDefined()
  })

  test('one that is discarded is not applied', async () => {
    const { variant_id, sku } = await article(5)
    const take = await upload(`sku,counted\n${sku},1\n`)
    expect(await shop.call('discardStockTake', { stock_take_id: take.id }, asStaff)).toMatchObject({
      status: 'discarded',
    })
    const over = { code: 'INVENTORY_STOCK_TAKE_OVER', status: 409 }
    for (const operation of ['applyStockTake', 'discardStockTake'])
      await expect(shop.call(operation, { stock_take_id: take.id }, asStaff)).rejects.toMatchObject(over)
    expect((await shop.level(variant_id)).on_hand).toBe(5)
  })
})

describe('400 and 404', () => {
  test.each(['', 'sku,counted\n', 'name,price\na,1\n', 'sku\nA\n', 'sku,counted\n"A,1\n'])(
    '%j is no count',
    async (csv) => {
      await expect(upload(csv)).rejects.toMatchObject({ status: 400 })
    },
  )

  test('a seller counts their own and sees no other’s', async () => {
    const [own, other] = [await article(2, ana.id), await article(2)]
    const take = await upload(`sku,counted\n${own.sku},1\n${other.sku},1\n`, {}, { principal: ana })
    expect(take).toMatchObject({ differing: 1, problems: 1 })
    await apply(take, { principal: ana })
    expect((await shop.level(own.variant_id)).on_hand).toBe(1)
    expect((await shop.level(other.variant_id)).on_hand).toBe(2)
    const shops = await upload(`sku,counted\n${other.sku},1\n`)
    const input = { stock_take_id: shops.id }
    const operations = ['getStockTake', 'listStockTakeLines', 'applyStockTake', 'discardStockTake']
    for (const operation of operations)
      for (const stock_take_id of [input.stock_take_id, newId()])
        await expect(shop.call(operation, { stock_take_id }, { principal: ana })).rejects.toMatchObject({
          code: 'NOT_FOUND',
        })
    const { items }: { items: Take[] } = await shop.call('listStockTakes', {}, { principal: ana })
    expect(items.map(({ id }) => id)).toEqual([take.id])
  })
})
