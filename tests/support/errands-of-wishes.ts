import { couponCode } from './errands-of-pricing.ts'
import { call, done, type Errand, freshName, type Stage } from './errands.ts'
import type { Account } from './in-process-shop.ts'

/** A product of which nothing is left. */
async function soldOut(stage: Stage): Promise<string> {
  const body = { name: `Thing ${freshName()}`, price: '5.00', initial_quantity: 0 }
  return String((await done(stage, 'POST', '/products', { token: stage.owner.token, body }))['id'])
}

/** A customer who wishes for an article. */
async function wishing(stage: Stage): Promise<Account> {
  const account = await stage.shop.account('customer')
  const body = { product_id: stage.article.product_id }
  await done(stage, 'POST', '/wishlist', { token: account.token, body })
  return account
}

/** Calls about wishlists. */
export const errandsOfWishes: Readonly<Record<string, Errand>> = {
  'customers.addToWishlist': async (stage) => {
    const { token } = await stage.shop.account('customer')
    return call(stage, 'POST', '/wishlist', { token, body: { product_id: stage.article.product_id } })
  },
  'customers.mergeWishlist': async (stage) => {
    const { token } = await stage.shop.account('customer')
    const body = { product_ids: [stage.article.product_id] }
    return call(stage, 'POST', '/wishlist/merge', { token, body })
  },
  'customers.removeFromWishlist': async (stage) => {
    const { token } = await wishing(stage)
    return call(stage, 'DELETE', `/wishlist/${stage.article.product_id}`, { token })
  },
  'customers.moveWishToCart': async (stage) => {
    const { token } = await wishing(stage)
    return call(stage, 'POST', `/wishlist/${stage.article.product_id}/move-to-cart`, { token, body: {} })
  },
  'cart.setCurrency': async (stage) => {
    const { token } = await stage.shop.account('customer')
    return call(stage, 'PUT', '/cart/currency', { token, body: { currency: 'USD' } })
  },
  'cart.enterCode': async (stage) => {
    const { token } = await stage.shop.account('customer')
    return call(stage, 'POST', '/cart/coupon', { token, body: { code: await couponCode(stage) } })
  },
  'cart.removeCode': async (stage) => {
    const { token } = await stage.shop.account('customer')
    const code = await couponCode(stage)
    await done(stage, 'POST', '/cart/coupon', { token, body: { code } })
    return call(stage, 'DELETE', `/cart/coupon/${code}`, { token })
  },
  'customers.wantNotice': async (stage) => {
    const { token } = await stage.shop.account('customer')
    return call(stage, 'PUT', `/wishlist/${await soldOut(stage)}/notice`, { token, body: {} })
  },
  'customers.withdrawNotice': async (stage) => {
    const { token } = await stage.shop.account('customer')
    const path = `/wishlist/${await soldOut(stage)}/notice`
    await done(stage, 'PUT', path, { token, body: {} })
    return call(stage, 'DELETE', path, { token })
  },
  'customers.unshareWishlist': async (stage) => {
    const { token } = await wishing(stage)
    await done(stage, 'POST', '/wishlist/share', { token, body: {} })
    return call(stage, 'DELETE', '/wishlist/share', { token })
  },
}
