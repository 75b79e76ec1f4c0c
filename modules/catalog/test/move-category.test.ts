import { afterEach, beforeEach, expect, test } from 'vitest'
import { openShop, type Shop } from './shop.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const nobody = '0198a000-0000-7000-8000-00000000dead'
const add = async (name: string, parent_id: string | null = null, position = 0) =>
  (await shop.asStaff('createCategory', { name, parent_id, position })).id
const tree = () => shop.asGuest('listCategories', {})

type Node = Awaited<ReturnType<typeof tree>>['items'][number]
const shapeOf = (nodes: readonly Node[]): string =>
  nodes
    .map(({ name, children }) => (children.length === 0 ? name : `${name}(${shapeOf(children)})`))
    .join(' ')
const shape = async () => shapeOf((await tree()).items)

const move = (category_id: string, parent_id: string | null, before_id: string | null = null) =>
  shop.asStaff('moveCategory', { category_id, parent_id, before_id })

test('moves among siblings, to another place and to the top, with what lies below', async () => {
  // Positions that repeat: shown by name until somebody moves one.
  const [a, b, c] = [await add('A'), await add('B'), await add('C')]
  const under = await add('A1', a)
  expect(await shape()).toBe('A(A1) B C')
  await move(c, null, a)
  expect(await shape()).toBe('C A(A1) B')
  await move(c, null)
  expect(await shape()).toBe('A(A1) B C')
  await move(a, b)
  expect(await shape()).toBe('B(A(A1)) C')
  await move(c, b, a)
  expect(await shape()).toBe('B(C A(A1))')
  await move(under, null, b)
  expect(await shape()).toBe('A1 B(C A)')
  expect((await tree()).items.map(({ position }) => position)).toEqual([0, 1])
  expect(await shop.asGuest('getCategory', { category: a })).toMatchObject({
    breadcrumb: [{ name: 'B' }, { name: 'A' }],
  })
})

test('products below a category that moved are found where it is now, and told of', async () => {
  const [home, garden] = [await add('Home'), await add('Garden')]
  const lamps = await add('Lamps', home)
  const { id } = await shop.asStaff('createProduct', { name: 'Lamp', price: 1, category_id: lamps })
  const before = (await shop.events()).length
  await move(lamps, garden)
  expect((await shop.asGuest('listProducts', { category: 'garden' })).total).toBe(1)
  expect((await shop.asGuest('listProducts', { category: 'home' })).total).toBe(0)
  const told = (await shop.events()).slice(before)
  expect(told.filter(({ type }) => type === 'catalog.listings-changed.v1')).toMatchObject([
    { payload: { product_ids: [id] } },
  ])
  expect(told.filter(({ type }) => type === 'audit.entry-recorded.v1')).toMatchObject([
    {
      payload: {
        action: 'catalog.category-moved',
        before: { parent_id: home },
        after: { parent_id: garden, position: 0 },
      },
    },
  ])
})

test('cannot stand in or below itself, nor before one that is not there, and then nothing has changed', async () => {
  const [a, b] = [await add('A'), await add('B')]
  const below = await add('A1', a)
  const version = (await tree()).version
  for (const parent of [a, below])
    await expect(move(a, parent)).rejects.toMatchObject({ code: 'CATALOG_CATEGORY_CYCLE' })
  for (const [parent, before] of [
    [nobody, null],
    [null, nobody],
    [null, below],
    [null, b],
  ] as const)
    await expect(move(b, parent, before)).rejects.toMatchObject({ code: 'CATALOG_CATEGORY_UNKNOWN' })
  await expect(move(nobody, null)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect((await tree()).version).toBe(version)
})

test('somebody who looks at an older tree is told, and moves nothing', async () => {
  const [a, b, c] = [await add('A'), await add('B'), await add('C')]
  const { version } = await tree()
  const first = await shop.asStaff('moveCategory', { category_id: c, parent_id: a, version })
  expect(first.version).toBe((await tree()).version)
  await expect(shop.asStaff('moveCategory', { category_id: b, parent_id: a, version })).rejects.toMatchObject(
    { code: 'CATALOG_TREE_CHANGED', status: 409 },
  )
  expect(await shape()).toBe('A(C) B')
  // Other words are no other shape.
  await shop.asStaff('updateCategory', { category_id: a, name: 'AA' })
  await shop.asStaff('moveCategory', { category_id: b, parent_id: a, version: first.version })
})

// Planted: without the lock of the tree, or without looking at what lies above under it, pairs that move into each other
// leave the tree.
test('moves at once make no cycle, lose nothing, and of those that saw one tree only one is done', async () => {
  const ids = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => add(name)))
  for (let round = 0; round < 5; round++) {
    await Promise.allSettled(
      ids.flatMap((id, index) => [move(id, ids[(index + 1) % 5]!), move(ids[(index + 2) % 5]!, id)]),
    )
    const names = (await shape()).match(/[A-E]/g) ?? []
    expect(names.sort().join('')).toBe('ABCDE')
  }
  const { version } = await tree()
  const results = await Promise.allSettled(
    ids.map((category_id) => shop.asStaff('moveCategory', { category_id, parent_id: null, version })),
  )
  const done = results.filter(({ status }) => status === 'fulfilled').length
  expect(done).toBeLessThan(ids.length)
  expect(done).toBeGreaterThan(0)
})
