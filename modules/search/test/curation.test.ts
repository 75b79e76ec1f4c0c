import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSearch, product, type SearchScene, staff } from './scene.ts'

let shop: SearchScene
let clock = Date.now()
const products = ['Blue couch', 'Green settee', 'Red chair', 'Grey couch'].map((name) => product({ name }))
const idOf = (name: string) => products.find((one) => one.name === name)?.product_id ?? ''

beforeAll(async () => {
  shop = await openSearch(products, { clock: () => new Date(clock) })
})
afterAll(() => shop.close())

const names = async (q: string) => {
  clock += 20_000
  return await shop.names({ q })
}
const audits = async () => {
  const events = await shop.events()
  return events
    .filter(({ type }) => type === 'audit.entry-recorded.v1')
    .map(({ payload }: { payload: { action: string } }) => payload.action)
}

describe('synonyms', () => {
  test('find what is called otherwise, both ways or one, until they are removed', async () => {
    expect(await names('settee')).toEqual(['Green settee'])
    const made = await shop.asStaff('createSynonym', { word: 'Settees', meanings: ['Couches'] })
    expect(made).toMatchObject({ word: 'settee', meanings: ['couch'], both_ways: true })
    expect(await names('settee')).toEqual(['Green settee', 'Grey couch', 'Blue couch'])
    expect(await names('couch')).toContain('Green settee')
    const fields = { synonym_id: made.id, word: 'settee', meanings: ['couch'], both_ways: false }
    await shop.asStaff('updateSynonym', fields)
    expect(await names('settee')).toHaveLength(3)
    expect(await names('couch')).not.toContain('Green settee')
    expect((await shop.asStaff('listSynonyms', { q: 'settee' })).items).toMatchObject([{ id: made.id }])
    await shop.asStaff('deleteSynonym', { synonym_id: made.id })
    expect(await names('settee')).toEqual(['Green settee'])
    expect(await audits()).toEqual([
      'search.synonym-created',
      'search.synonym-updated',
      'search.synonym-deleted',
    ])
  })

  test('are one word each, and each word has one entry', async () => {
    for (const bad of [{ word: 'two words' }, { meanings: ['two words'] }, { word: '?!' }]) {
      const input = { word: 'seat', meanings: ['chair'], ...bad }
      await expect(shop.asStaff('createSynonym', input)).rejects.toMatchObject({ code: 'SEARCH_ONE_WORD' })
    }
    await shop.asStaff('createSynonym', { word: 'seat', meanings: ['chair'] })
    const other = await shop.asStaff('createSynonym', { word: 'stool', meanings: ['chair'] })
    await expect(shop.asStaff('createSynonym', { word: 'seats', meanings: ['x1'] })).rejects.toMatchObject({
      code: 'SEARCH_SYNONYM_TAKEN',
      status: 409,
    })
    const taken = { synonym_id: other.id, word: 'seat', meanings: ['chair'] }
    await expect(shop.asStaff('updateSynonym', taken)).rejects.toMatchObject({ status: 409 })
  })

  test('say more than the word itself', async () => {
    const same = { word: 'bench', meanings: ['Benches'] }
    const refused = { code: 'VALIDATION_FAILED', errors: [{ path: 'meanings' }] }
    await expect(shop.asStaff('createSynonym', same)).rejects.toMatchObject(refused)
    const { id } = await shop.asStaff('createSynonym', { word: 'bench', meanings: ['Benches', 'pew'] })
    await expect(shop.asStaff('updateSynonym', { ...same, synonym_id: id })).rejects.toMatchObject(refused)
  })
})

describe('pins', () => {
  test('stand first for their question and for no other', async () => {
    const pin = await shop.asStaff('createPin', {
      question: 'Couches',
      product_ids: [idOf('Red chair'), idOf('Blue couch')],
    })
    expect(pin).toMatchObject({
      question: 'couch',
      products: [{ name: 'Red chair' }, { name: 'Blue couch' }],
    })
    expect(await names('couch')).toEqual(['Red chair', 'Blue couch', 'Grey couch'])
    expect((await shop.asGuest('searchProducts', { q: 'COUCHES' })).total).toBe(3)
    expect(await names('blue couch')).not.toContain('Red chair')
    clock += 20_000
    expect(await shop.names({ q: 'couch', sort: 'name' })).toEqual(['Blue couch', 'Grey couch'])
    await shop.asStaff('updatePin', { pin_id: pin.id, question: 'couch', product_ids: [idOf('Grey couch')] })
    expect(await names('couch')).toEqual(['Grey couch', 'Blue couch'])
    await expect(
      shop.asStaff('createPin', { question: 'couch', product_ids: [idOf('Red chair')] }),
    ).rejects.toMatchObject({ code: 'SEARCH_PIN_TAKEN' })
    await expect(
      shop.asStaff('createPin', { question: '?', product_ids: [idOf('Red chair')] }),
    ).rejects.toMatchObject({ code: 'SEARCH_NO_QUESTION' })
    expect((await shop.asStaff('listPins', {})).total).toBe(1)
    await shop.asStaff('deletePin', { pin_id: pin.id })
    expect((await shop.asStaff('listPins', {})).total).toBe(0)
    expect((await audits()).slice(-3)).toEqual([
      'search.pin-created',
      'search.pin-updated',
      'search.pin-deleted',
    ])
  })
})

describe('whoever may not', () => {
  const customer = { kind: 'customer', id: newId(), session_id: newId(), guest_token: null } as const
  const clerk = { ...staff, permissions: ['catalog:read', 'orders:*'] }
  const fields = { word: 'a1', meanings: ['b1'], question: 'a1', product_ids: [newId()] }
  test.each([
    ['listSynonyms', {}],
    ['createSynonym', { word: fields.word, meanings: fields.meanings }],
    ['updateSynonym', { synonym_id: newId(), word: fields.word, meanings: fields.meanings }],
    ['deleteSynonym', { synonym_id: newId() }],
    ['listPins', {}],
    ['createPin', { question: fields.question, product_ids: fields.product_ids }],
    ['updatePin', { pin_id: newId(), question: fields.question, product_ids: fields.product_ids }],
    ['deletePin', { pin_id: newId() }],
    ['explainSearch', { q: 'a1' }],
    ['getIndexState', {}],
    ['rebuildIndex', {}],
  ])('does not reach %s', async (operation, input) => {
    await expect(shop.call(operation, input)).rejects.toMatchObject({ status: 401 })
    await expect(shop.call(operation, input, { principal: customer })).rejects.toMatchObject({ status: 403 })
    await expect(shop.call(operation, input, { principal: clerk })).rejects.toMatchObject({ status: 403 })
  })

  test('what is not there cannot be changed', async () => {
    const gone = newId()
    for (const [operation, input] of [
      ['updateSynonym', { synonym_id: gone, word: 'a1', meanings: ['b1'] }],
      ['deleteSynonym', { synonym_id: gone }],
      ['updatePin', { pin_id: gone, question: 'a1', product_ids: [gone] }],
      ['deletePin', { pin_id: gone }],
    ] as const)
      await expect(shop.call(operation, input, { principal: staff })).rejects.toMatchObject({ status: 404 })
  })
})
