import { newId } from '@rampart/platform/crypto/ids.ts'
import { sql } from '@rampart/platform/db/sql.ts'
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
let now = new Date()
beforeAll(async () => {
  house = await openReviews({ clock: () => now })
})
afterAll(() => house.close())

/** A review that waits, with a photo. */
async function withPhoto() {
  const [author, product] = [customer(), house.product(seller.id)]
  const { id } = await house.write(author, product)
  const photo = await house.photo(author, id)
  return { author, product, id, photo: photo.id }
}

/** The same, published, and everything about it done. */
async function shown() {
  const all = await withPhoto()
  await house.approve(all.id)
  await house.settle()
  return all
}

const left = async (id: string): Promise<string[]> => {
  const rows = await house.db.many<{ id: string }>(sql`SELECT id FROM reviews.photos WHERE review_id = ${id}`)
  return rows.map((row) => row.id)
}

describe('201', () => {
  test('a photo is seen by its author, moderators and the seller, and by everybody once the review is published', async () => {
    const { author, product, id, photo } = await withPhoto()
    const kept = { id: photo, width: 900, height: 600 }
    expect((await house.mine(author)).items[0]?.photos).toEqual([kept])
    expect((await house.managed(moderator, { product_id: product })).items[0]?.photos).toEqual([kept])
    for (const who of [author, moderator, staff('reviews:read'), seller])
      expect(Buffer.from((await house.look(who, photo)).bytes).toString()).toBe('a mug')
    expect(house.pictures.get(photo)).toMatchObject({ account_id: author.id, published: false })
    await house.approve(id)
    expect((await house.get(guest, id)).photos).toEqual([])
    await house.settle()
    const [review] = (await house.list({ product_id: product })).items
    expect(review?.photos).toEqual([
      {
        ...kept,
        alt: '',
        url: `/api/v1/media/${photo}/900`,
        srcset: [320, 900].map((width) => ({ url: `/api/v1/media/${photo}/${String(width)}`, width })),
      },
    ])
    expect(JSON.stringify(review)).not.toContain(author.id)
  })

  test('a photo that is added later puts the review in front of a moderator again', async () => {
    const { author, product, id, photo } = await shown()
    await house.vote(customer(), id)
    const read = (await house.managed(moderator, { product_id: product })).items[0]?.version
    await house.photo(author, id, 'something else')
    expect(await house.get(author, id)).toMatchObject({ status: 'pending', photos: [], helpful_count: 1 })
    expect(await house.rating(product)).toMatchObject({ count: 0 })
    await house.settle()
    expect(house.pictures.get(photo)?.published).toBe(false)
    await expect(house.approve(id, { version: read })).rejects.toMatchObject({
      code: 'REVIEWS_CHANGED_MEANWHILE',
    })
    await house.approve(id)
    await house.settle()
    expect((await house.get(guest, id)).photos).toHaveLength(2)
    const actions = (await house.audits(id)).map(({ action }) => action)
    expect(actions.filter((action) => action === 'reviews.photo-added')).toHaveLength(2)
  })
})

describe('what a review loses, its photos lose', () => {
  test.each([
    ['it is taken back', ({ id }: { id: string }) => house.reject(id)],
    ['it is rewritten', ({ id, author }) => house.rewrite(author, id)],
  ] as [string, (all: Awaited<ReturnType<typeof shown>>) => Promise<unknown>][])(
    'hidden when %s',
    async (_what, change) => {
      const all = await shown()
      expect(house.pictures.get(all.photo)?.published).toBe(true)
      await change(all)
      await house.settle()
      expect(house.pictures.get(all.photo)?.published).toBe(false)
      expect((await house.get(all.author, all.id)).photos).toEqual([])
    },
  )

  test.each([
    ['the author removes the review', ({ id, author }) => house.remove(author, id)],
    ['a moderator removes the review', ({ id }) => house.remove(moderator, id)],
    ['the author takes the photo off', ({ photo, author }) => house.takeOff(author, photo)],
  ] as [string, (all: Awaited<ReturnType<typeof shown>>) => Promise<unknown>][])(
    'thrown away when %s',
    async (_what, change) => {
      const all = await shown()
      await change(all)
      await house.settle()
      expect(house.pictures.has(all.photo)).toBe(false)
      expect(await left(all.id)).toEqual([])
      await expect(house.look(all.author, all.photo)).rejects.toMatchObject(notFound)
    },
  )

  test('a photo that is taken off leaves the review where it is', async () => {
    const { author, id, photo } = await shown()
    await house.takeOff(author, photo)
    expect(await house.get(guest, id)).toMatchObject({ status: 'published', photos: [] })
    expect((await house.audits(id)).at(-1)).toMatchObject({ action: 'reviews.photo-removed' })
  })

  test('nothing of them is left of an author who leaves', async () => {
    const { author, id } = await shown()
    const about = { account_id: author.id, email: 'ada@example.com', before: new Date().toISOString() }
    const { sections } = await house.call('exportPersonalData', about, { caller: 'customers' })
    expect(JSON.stringify(sections)).toContain('"photos":[{')
    await house.call('erasePersonalData', about, { caller: 'customers' })
    expect(await left(id)).toEqual([])
  })

  test('of two decisions the later one holds for the photos, also where its job ends first', async () => {
    const { id, photo } = await withPhoto()
    await house.approve(id)
    house.meanwhile.push(async () => {
      await house.reject(id)
      await house.settle()
    })
    await house.settle()
    expect(house.pictures.get(photo)?.published).toBe(false)
  })
})

describe('400, 404 and 409', () => {
  test.each([
    ['no picture', 'REVIEWS_NOT_A_PICTURE', 400],
    ['a virus', 'REVIEWS_NOT_A_PICTURE', 400],
    ['one too many', 'REVIEWS_TOO_MANY_PHOTOS', 409],
    ['too large', 'PAYLOAD_TOO_LARGE', 413],
  ])('%s is refused, leaves no trace and the review where it was', async (says, code, status) => {
    const { author, id, photo } = await shown()
    await expect(house.photo(author, id, says)).rejects.toMatchObject({ code, status })
    expect(await left(id)).toEqual([photo])
    expect(await house.get(guest, id)).toMatchObject({ status: 'published' })
  })

  test('a review is not published while one of its photos waits for the scanner', async () => {
    const { id, photo } = await withPhoto()
    const kept = house.pictures.get(photo)
    if (kept !== undefined) kept.waits = true
    const waits = { code: 'REVIEWS_PHOTO_IN_QUARANTINE', status: 409 }
    await expect(house.approve(id)).rejects.toMatchObject(waits)
    await expect(house.get(guest, id)).rejects.toMatchObject(notFound)
    if (kept !== undefined) kept.waits = false
    expect(await house.approve(id)).toMatchObject({ status: 'published' })
    await house.settle()
    expect(kept?.published).toBe(true)
  })

  test('there is room for five, also for those who send many at once', async () => {
    const author = customer()
    const { id } = await house.write(author, house.product())
    const sent = await Promise.allSettled(Array.from({ length: 9 }, () => house.photo(author, id)))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect(await left(id)).toHaveLength(5)
    expect([...house.pictures.values()].filter(({ account_id }) => account_id === author.id)).toHaveLength(5)
    await expect(house.photo(author, id)).rejects.toMatchObject({
      code: 'REVIEWS_TOO_MANY_PHOTOS',
      status: 409,
    })
  })

  test('nobody adds to, looks at or takes photos off somebody else’s review', async () => {
    const { id, photo } = await withPhoto()
    const stranger = customer()
    const denied = (attempts: Promise<unknown>[], error: object) =>
      Promise.all(attempts.map((attempt) => expect(attempt).rejects.toMatchObject(error)))
    await denied(
      [
        house.photo(stranger, id),
        house.look(stranger, photo),
        house.takeOff(stranger, photo),
        house.look(otherSeller, photo),
        house.look(moderator, newId()),
      ],
      notFound,
    )
    await denied([house.photo(guest, id), house.look(guest, photo), house.takeOff(guest, photo)], {
      status: 401,
    })
    await denied([house.photo(moderator, id), house.takeOff(moderator, photo)], { status: 403 })
    await expect(house.look(staff('orders:read'), photo)).rejects.toMatchObject({ status: 403 })
    expect(await left(id)).toEqual([photo])
  })

  test('a photo that died on its way is swept up after an hour, with what media has of it', async () => {
    const author = customer()
    const { id } = await house.write(author, house.product())
    await expect(house.photo(author, id, 'a power cut')).rejects.toMatchObject({ code: 'UNAVAILABLE' })
    const [lost = ''] = await left(id)
    house.pictures.set(lost, { account_id: author.id, published: false, bytes: new Uint8Array() })
    expect((await house.mine(author)).items[0]?.photos).toEqual([])
    await house.runSchedule('sweep-lost-photos')
    expect(await left(id)).toEqual([lost])
    now = new Date(now.getTime() + 3_700_000)
    await house.runSchedule('sweep-lost-photos')
    expect(await left(id)).toEqual([])
    expect(house.pictures.has(lost)).toBe(false)
  })
})
