import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSearch, product, type SearchScene } from './scene.ts'

let shop: SearchScene
const products = ['Blue couch', 'Green settee', 'Red chair', 'Cushion for chairs', 'Chairlift poster'].map(
  (name) => product({ name }),
)
const idOf = (name: string) => products.find((one) => one.name === name)?.product_id ?? ''
const explain = (q: string) => shop.asStaff('explainSearch', { q })
const namesOf = ({ items }: Awaited<ReturnType<typeof explain>>) => items.map(({ name }) => name)

beforeAll(async () => {
  shop = await openSearch(products)
})
afterAll(() => shop.close())

describe('why the shop answers so', () => {
  test('a word that is known stands for itself', async () => {
    const answer = await explain('Chairs')
    expect(answer.words).toEqual([{ word: 'chair', taken_as: 'chair', also: [] }])
    expect(answer).toMatchObject({ total: 2, some_words: false })
    expect(namesOf(answer)).toEqual(['Red chair', 'Cushion for chairs'])
  })

  test('a slip of the pen tells what it was taken for', async () => {
    const { words } = await explain('setee')
    expect(words).toEqual([{ word: 'setee', taken_as: 'settee', also: [] }])
    expect((await explain('bleu')).words).toMatchObject([{ taken_as: 'blue' }])
  })

  test('what nothing is like is left out', async () => {
    const answer = await explain('zzzzzz chair')
    expect(answer.words).toEqual([
      { word: 'zzzzzz', taken_as: null, also: [] },
      { word: 'chair', taken_as: 'chair', also: [] },
    ])
  })

  test('a beginning tells the words that begin so', async () => {
    const { words } = await explain('chairl')
    expect(words).toEqual([
      { word: 'chairl', taken_as: 'chairl', also: [{ word: 'chairlift', why: 'beginning' }] },
    ])
  })

  test('a synonym and a pin count at once', async () => {
    expect(namesOf(await explain('settee'))).toEqual(['Green settee'])
    await shop.asStaff('createSynonym', { word: 'settee', meanings: ['couch'] })
    await shop.asStaff('createPin', { question: 'settee', product_ids: [idOf('Red chair')] })
    const answer = await explain('settee')
    expect(answer.words).toEqual([
      { word: 'settee', taken_as: 'settee', also: [{ word: 'couch', why: 'synonym' }] },
    ])
    expect(answer.items).toMatchObject([
      { name: 'Red chair', pinned: true },
      { name: 'Green settee', pinned: false },
      { name: 'Blue couch', pinned: false },
    ])
    expect(answer.total).toBe(3)
  })

  test('tells when products follow that have only some of the words', async () => {
    expect(await explain('blue chair')).toMatchObject({ some_words: true })
  })

  test('a question without a word finds nothing, and none at all is refused', async () => {
    expect(await explain('?!')).toEqual({ words: [], some_words: false, total: 0, items: [] })
    await expect(explain('')).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })
})
