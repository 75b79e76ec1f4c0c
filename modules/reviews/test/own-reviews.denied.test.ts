import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { customer, guest, type House, moderator, notFound, openReviews, staff } from './scene.ts'

let house: House
beforeAll(async () => {
  house = await openReviews()
})
afterAll(() => house.close())

describe('401 and 403', () => {
  test.each([
    ['a guest', guest, 'UNAUTHENTICATED', 401],
    ['staff', staff('*:*'), 'FORBIDDEN', 403],
  ])('%s writes, changes, votes and reports nothing', async (_who, principal, code, status) => {
    const { id } = await house.published(house.product())
    for (const attempt of [
      house.write(principal, house.product()),
      house.rewrite(principal, id),
      house.vote(principal, id),
      house.report(principal, id),
      house.mine(principal),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code, status })
    }
  })

  test('a guest removes nothing, nor do staff who may only read', async () => {
    const { id } = await house.published(house.product())
    await expect(house.remove(guest, id)).rejects.toMatchObject({ status: 401 })
    await expect(house.remove(staff('reviews:read'), id)).rejects.toMatchObject({ status: 403 })
    expect(await house.get(guest, id)).toMatchObject({ id })
  })

  test('nobody outside asks for somebody’s data', async () => {
    const person = { account_id: newId(), email: 'ada@example.com', before: new Date().toISOString() }
    for (const operation of ['exportPersonalData', 'erasePersonalData'])
      await expect(house.call(operation, person, { principal: staff('*:*') })).rejects.toMatchObject({
        status: 403,
      })
  })
})

describe('404', () => {
  test('what is another’s answers as if it were not there', async () => {
    const { id } = await house.published(house.product())
    for (const review_id of [id, newId()]) {
      await expect(house.rewrite(customer(), review_id)).rejects.toMatchObject(notFound)
      await expect(house.remove(customer(), review_id)).rejects.toMatchObject(notFound)
    }
    expect(await house.get(guest, id)).toMatchObject({ status: 'published', text: 'Holds tea.' })
  })

  test('what waits is there for its author and for staff alone', async () => {
    const author = customer()
    const { id } = await house.write(author, house.product())
    for (const who of [guest, customer()]) await expect(house.get(who, id)).rejects.toMatchObject(notFound)
    await expect(house.vote(customer(), id)).rejects.toMatchObject(notFound)
    await expect(house.report(customer(), id)).rejects.toMatchObject(notFound)
    expect(await house.get(author, id)).toMatchObject({ own: true })
    expect(await house.get(staff('reviews:read'), id)).toMatchObject({ own: false })
  })

  test('a product that is not sold cannot be reviewed', async () => {
    await expect(house.write(customer(), newId())).rejects.toMatchObject(notFound)
    await expect(house.write(customer(), house.product(null, false))).rejects.toMatchObject(notFound)
  })
})

describe('409', () => {
  test('a product is reviewed once by each', async () => {
    const [author, product] = [customer(), house.product()]
    await house.write(author, product)
    await expect(house.write(author, product)).rejects.toMatchObject({
      code: 'REVIEWS_ALREADY_WRITTEN',
      status: 409,
    })
  })

  test('nobody finds their own review helpful, or reports it', async () => {
    const { id, author } = await house.published(house.product())
    await expect(house.vote(author, id)).rejects.toMatchObject({ code: 'REVIEWS_OWN', status: 409 })
    await expect(house.report(author, id)).rejects.toMatchObject({ code: 'REVIEWS_OWN', status: 409 })
  })
})

describe('204', () => {
  test('an author and a moderator remove a review, and it no longer counts', async () => {
    const product = house.product()
    const [first, second] = [await house.published(product), await house.published(product)]
    await house.remove(first.author, first.id)
    expect(await house.rating(product)).toMatchObject({ count: 1 })
    await house.remove(moderator, second.id)
    expect(await house.rating(product)).toMatchObject({ count: 0, average: null })
    expect((await house.audits(second.id)).at(-1)).toMatchObject({ action: 'reviews.removed' })
  })

  test('whoever removed theirs may write anew', async () => {
    const [author, product] = [customer(), house.product()]
    const { id } = await house.write(author, product)
    await house.remove(author, id)
    expect(await house.write(author, product)).toMatchObject({ status: 'pending' })
  })
})
