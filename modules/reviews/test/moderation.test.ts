import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  customer,
  guest,
  type House,
  moderator,
  notFound,
  openReviews,
  otherSeller,
  seller,
  staff,
} from './scene.ts'

let house: House
/** By how much the clock is behind, in milliseconds. */
let behind = 0
beforeAll(async () => {
  house = await openReviews({ clock: () => new Date(Date.now() - behind) })
})
afterAll(() => house.close())

describe('200', () => {
  test('what is approved is seen and counts; what is taken back does neither', async () => {
    const product = house.product()
    const { id } = await house.published(product, { rating: 5 })
    await house.published(product, { rating: 2 })
    expect((await house.list({ product_id: product })).total).toBe(2)
    expect(await house.rating(product)).toEqual({
      product_id: product,
      count: 2,
      average: 3.5,
      histogram: [
        { rating: 5, count: 1 },
        { rating: 4, count: 0 },
        { rating: 3, count: 0 },
        { rating: 2, count: 1 },
        { rating: 1, count: 0 },
      ],
    })
    await house.reject(id, { reason: 'Spam' })
    expect((await house.list({ product_id: product })).items.map(({ rating }) => rating)).toEqual([2])
    await expect(house.get(guest, id)).rejects.toMatchObject(notFound)
    expect(await house.ratingsTold(product)).toEqual([
      { product_id: product, count: 1, average: 5, version: 1 },
      { product_id: product, count: 2, average: 3.5, version: 2 },
      { product_id: product, count: 1, average: 2, version: 3 },
    ])
  })

  test('what its author changes waits again, and the rating and the votes for the old words are gone', async () => {
    const product = house.product()
    const { id, author } = await house.published(product)
    await house.vote(customer(), id)
    expect(await house.rewrite(author, id)).toMatchObject({ status: 'pending', rating: 2, helpful_count: 0 })
    expect(await house.rating(product)).toMatchObject({ count: 0, average: null })
    await house.approve(id)
    expect(await house.rating(product)).toMatchObject({ count: 1, average: 2 })
  })

  test('the queue shows what waits, oldest first, and what was reported', async () => {
    const product = house.product()
    const first = await house.write(customer(), product)
    const second = await house.write(customer(), product)
    const reported = await house.published(product)
    await house.report(customer(), reported.id, { reason: 'offensive', note: '<b>rude</b>' })
    await house.report(customer(), reported.id, { reason: 'spam' })
    const waiting = await house.managed(moderator, { product_id: product, status: 'pending', sort: 'oldest' })
    expect(waiting.items.map(({ id }) => id)).toEqual([first.id, second.id])
    const { items } = await house.managed(moderator, {
      product_id: product,
      reported: 'true',
      sort: 'reports',
    })
    expect(items.map(({ id, report_count }) => [id, report_count])).toEqual([[reported.id, 2]])
    expect(items[0]?.reports).toEqual(
      expect.arrayContaining([expect.objectContaining({ reason: 'offensive', note: '<b>rude</b>' })]),
    )
    expect(items[0]?.product).toMatchObject({ name: 'Mug' })
  })

  test('approving what is published settles what was reported about it', async () => {
    const product = house.product()
    const { id } = await house.published(product)
    const reporter = customer()
    await house.report(reporter, id)
    await house.report(reporter, id, { reason: 'other', note: 'Again' })
    const [before] = (await house.managed(moderator, { product_id: product })).items
    expect(before).toMatchObject({ report_count: 1, reports: [{ reason: 'other', note: 'Again' }] })
    expect(await house.approve(id)).toMatchObject({ report_count: 0, reports: [] })
    expect(await house.rating(product)).toMatchObject({ count: 1 })
  })

  test('the shop and the seller of the product answer; the answer stands below the review', async () => {
    const product = house.product(seller.id)
    const { id } = await house.published(product)
    await house.reply(seller, id, 'Thank <i>you</i>.')
    expect((await house.get(guest, id)).reply).toMatchObject({ text: 'Thank <i>you</i>.' })
    await house.reply(moderator, id, null)
    expect((await house.get(guest, id)).reply).toBeNull()
    expect((await house.audits(id)).map(({ action }) => action)).toEqual([
      'reviews.written',
      'reviews.approved',
      'reviews.replied',
      'reviews.reply-removed',
    ])
  })

  test('a seller sees the reviews of their products alone, and not what was reported about them', async () => {
    const product = house.product(seller.id)
    const { id } = await house.published(product)
    await house.published(house.product())
    await house.report(customer(), id, { note: 'He lives next door.' })
    const page = await house.managed(seller, { page_size: 100 })
    expect(new Set(page.items.map(({ product_id }) => product_id))).toContain(product)
    expect(page.items.every(({ reports }) => reports.length === 0)).toBe(true)
    expect((await house.managed(otherSeller)).items).toEqual([])
  })

  test('whose a product is follows the catalogue', async () => {
    const product = house.product(seller.id)
    const { id } = await house.published(product)
    const facts = { product_id: product, product_name: 'Mug', seller_id: otherSeller.id, variants: [] }
    await house.deliver('catalog.product-changed.v1', facts)
    await expect(house.reply(seller, id, 'Mine')).rejects.toMatchObject(notFound)
    await house.reply(otherSeller, id, 'Mine')
    await house.deliver('catalog.products-imported.v1', { products: [{ ...facts, seller_id: null }] })
    await expect(house.reply(otherSeller, id, 'Mine')).rejects.toMatchObject(notFound)
  })

  test('news that come late do not give a product back to its former seller', async () => {
    const late = async (product: string, age: number) => {
      const facts = { product_id: product, product_name: 'Mug', seller_id: seller.id, variants: [] }
      behind = age
      await house.deliver('catalog.products-imported.v1', { products: [facts] })
      behind = 0
    }
    const told = house.product(seller.id)
    const { id: first } = await house.published(told)
    const facts = { product_id: told, product_name: 'Mug', seller_id: otherSeller.id, variants: [] }
    await house.deliver('catalog.product-changed.v1', facts)
    await late(told, 1_000)
    await expect(house.reply(seller, first, 'Mine')).rejects.toMatchObject(notFound)
    await house.reply(otherSeller, first, 'Mine')

    const asked = house.product(otherSeller.id)
    const { id: second } = await house.published(asked)
    await late(asked, 120_000)
    await expect(house.reply(seller, second, 'Mine')).rejects.toMatchObject(notFound)
  })

  test('a catalogue that answered before the news does not undo them', async () => {
    const product = house.product(seller.id)
    const { id } = await house.published(product)
    const facts = { product_id: product, product_name: 'Mug', seller_id: otherSeller.id, variants: [] }
    await house.deliver('catalog.product-changed.v1', facts)
    behind = 1_000
    await house.write(customer(), product)
    behind = 0
    await expect(house.reply(seller, id, 'Mine')).rejects.toMatchObject(notFound)
  })
})

describe('403 and 404', () => {
  test('a seller decides about no review, not even of their own product', async () => {
    const { id } = await house.write(customer(), house.product(seller.id))
    for (const attempt of [
      house.approve(id, {}, seller),
      house.reject(id, {}, seller),
      house.remove(seller, id),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'FORBIDDEN', status: 403 })
    }
  })

  test.each([
    ['a guest', guest, 'UNAUTHENTICATED'],
    ['a customer', customer(), 'FORBIDDEN'],
    ['staff who may only read', staff('reviews:read'), 'FORBIDDEN'],
  ])('%s decides about nothing', async (_who, principal, code) => {
    const { id } = await house.write(customer(), house.product())
    await expect(house.approve(id, {}, principal)).rejects.toMatchObject({ code })
    await expect(house.reject(id, {}, principal)).rejects.toMatchObject({ code })
    await expect(house.reply(principal, id, 'Hello')).rejects.toMatchObject({ code })
  })

  test('what is not there is neither approved, refused nor answered', async () => {
    await expect(house.approve(newId())).rejects.toMatchObject(notFound)
    await expect(house.reject(newId())).rejects.toMatchObject(notFound)
    await expect(house.reply(moderator, newId(), 'Hello')).rejects.toMatchObject(notFound)
  })
})

describe('409', () => {
  test('the same decision twice', async () => {
    const { id } = await house.write(customer(), house.product())
    await house.approve(id)
    await expect(house.approve(id)).rejects.toMatchObject({ code: 'REVIEWS_ALREADY_DECIDED', status: 409 })
    await house.reject(id)
    await expect(house.reject(id)).rejects.toMatchObject({ code: 'REVIEWS_ALREADY_DECIDED' })
  })

  test('words that were exchanged after the moderator had read them are not published', async () => {
    const author = customer()
    const { id } = await house.write(author, house.product())
    await house.rewrite(author, id, { text: 'Buy elsewhere!' })
    await expect(house.approve(id, { version: 1 })).rejects.toMatchObject({
      code: 'REVIEWS_CHANGED_MEANWHILE',
      status: 409,
    })
    expect(await house.approve(id, { version: 2 })).toMatchObject({ status: 'published' })
  })
})
