import { newId } from '@rampart/platform/crypto/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { customer, guest, openCarts, type View } from './scene.ts'

// Seen to fail once `ownedBy` is taken out of findCart, or out of deleteItem. The one in setItem stands behind
// findCart's and cannot be seen alone.

let shop: Awaited<ReturnType<typeof openCarts>>
beforeAll(async () => {
  shop = await openCarts()
})
afterAll(() => shop.close())

describe.each([
  ['a customer’s', customer()],
  ['a guest’s', guest()],
])('%s cart', (_whose, owner) => {
  let cart: View
  beforeAll(async () => {
    cart = await shop.add(owner, shop.article(), 2)
  })

  test.each([
    ['another customer', customer()],
    ['another guest', guest()],
    ['a guest without token', guest(null)],
  ])('is not there for %s, who cannot tell it from one that never was', async (_who, stranger) => {
    expect((await shop.get(stranger)).items).toEqual([])
    const notThere = { code: 'NOT_FOUND', status: 404 }
    const item = cart.items[0]!
    for (const id of [item.id, newId()]) {
      await expect(shop.update(stranger, id, 1)).rejects.toMatchObject(notThere)
      await expect(shop.remove(stranger, id)).rejects.toMatchObject(notThere)
    }
    for (const cart_id of [cart.id, newId()]) {
      await expect(shop.forCheckout(stranger, { cart_id })).rejects.toMatchObject(notThere)
    }
    expect(await shop.forCheckout(stranger)).toMatchObject({ cart_id: null, currency: 'USD', lines: [] })
    expect((await shop.get(owner)).items).toEqual([item])
  })

  test('is not there for a stranger with a cart of their own', async () => {
    const stranger = customer()
    await shop.add(stranger, shop.article())
    await expect(shop.forCheckout(stranger, { cart_id: cart.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(shop.remove(stranger, cart.items[0]!.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await shop.get(owner)).items).toHaveLength(1)
  })

  test('is there for its owner', async () => {
    const { variant_id } = cart.items[0]!
    const lines = [{ variant_id, quantity: 2 }]
    expect(await shop.forCheckout(owner, { cart_id: cart.id })).toMatchObject({
      cart_id: cart.id,
      currency: 'USD',
      lines,
    })
    expect(await shop.forCheckout(owner)).toMatchObject({ cart_id: cart.id, currency: 'USD', lines })
  })
})

test('a customer who carries a guest’s token sees their own cart until it is merged', async () => {
  const before = guest()
  await shop.add(before, shop.article())
  const who = customer(before.guest_token)
  expect((await shop.get(who)).items).toEqual([])
  expect(await shop.forCheckout(who)).toMatchObject({ cart_id: null, currency: 'USD', lines: [] })
})
