import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '@rampart/platform/db/sql.ts'
import { openShop } from './shop.ts'

let now = new Date('2026-01-01T00:00:00Z')
let shop: Awaited<ReturnType<typeof openShop>>
beforeAll(async () => {
  shop = await openShop({ clock: () => now })
})
afterAll(() => shop.close())

const listed = async (): Promise<string[]> => {
  const { items } = (await shop.call('listProducts', {})) as { items: { name: string }[] }
  return items.map((item) => item.name)
}

// Planted bug: without `forgetOnWrite` the second list still lacks the new product.
test('a list shows a change of this process at once', async () => {
  await shop.asStaff('createProduct', { name: 'Mug', sku: 'MUG-1', price: '8.00' })
  expect(await listed()).toEqual(['Mug'])
  await shop.asStaff('createProduct', { name: 'Jar', sku: 'JAR-1', price: '5.00' })
  expect(await listed()).toEqual(['Jar', 'Mug'])
})

test('a list shows what another process has changed within a second', async () => {
  await listed()
  await shop.db.run(
    sql`UPDATE catalog.products SET card = jsonb_set(card::jsonb, '{name}', '"Cup"')::json WHERE slug = 'mug'`,
  )
  expect(await listed()).toEqual(['Jar', 'Mug'])
  now = new Date(now.getTime() + 1_000)
  expect(await listed()).toEqual(['Jar', 'Cup'])
})
