import { call, done, type Errand, freshName, type Stage } from './errands.ts'

/** A rule that needs a code. */
export const promotionFields = {
  name: 'Ten off',
  needs_coupon: true,
  action: { kind: 'percentage', percent: '10', at_most: null },
} as const

/** Taxes that are switched off. */
const taxFields = {
  enabled: false,
  prices: 'inclusive',
  home: 'DE',
  rates_of: 'destination',
  countries: ['DE'],
  classes: [
    { code: 'standard', name: 'Standard', level: 'standard', exceptions: [], product_ids: [], category_ids: [] },
  ],
  default_class: 'standard',
  shipping_class: null,
  own_rates: [],
} as const // prettier-ignore

const byOwner = async (stage: Stage, path: string, body: object): Promise<Record<string, unknown>> =>
  done(stage, 'POST', path, { token: stage.owner.token, body })

const promotion = async (stage: Stage): Promise<string> =>
  `/promotions/${String((await byOwner(stage, '/promotions', promotionFields))['id'])}`

const giftCard = async (stage: Stage): Promise<string> =>
  `/gift-cards/${String((await byOwner(stage, '/gift-cards', { amount: '50.00' }))['id'])}`

async function newCoupon(stage: Stage): Promise<{ id: string; code: string }> {
  const path = `${await promotion(stage)}/coupons`
  await byOwner(stage, path, { code: freshName() })
  const { items } = await done(stage, 'GET', path, { token: stage.owner.token })
  return (items as unknown as [{ id: string; code: string }])[0]
}

/** The code of a new coupon, as a shopper enters it. */
export async function couponCode(stage: Stage): Promise<string> {
  return (await newCoupon(stage)).code
}

const coupon = async (stage: Stage): Promise<string> => `/coupons/${(await newCoupon(stage)).id}`

const errand =
  (method: string, pathOf: (stage: Stage) => string | Promise<string>, body: object): Errand =>
  async (stage) =>
    call(stage, method, await pathOf(stage), { token: stage.owner.token, body })

/** Calls about what things cost. */
export const errandsOfPricing: Readonly<Record<string, Errand>> = {
  'pricing.createPromotion': errand('POST', () => '/promotions', promotionFields),
  'pricing.updatePromotion': errand('PUT', promotion, { ...promotionFields, name: 'Twenty off' }),
  'pricing.switchPromotion': errand('POST', async (stage) => `${await promotion(stage)}/switch`, {
    active: false,
  }),
  'pricing.orderPromotions': async (stage) => {
    const id = (await promotion(stage)).split('/').at(-1)
    return call(stage, 'PUT', '/promotions/order', {
      token: stage.owner.token,
      body: { promotion_ids: [id] },
    })
  },
  'pricing.createCoupons': errand('POST', async (stage) => `${await promotion(stage)}/coupons`, { count: 3 }),
  'pricing.exportCoupons': errand('POST', async (stage) => `${await promotion(stage)}/coupons/export`, {}),
  'pricing.updateCoupon': errand('PUT', coupon, { active: false, max_uses: 1, max_uses_per_person: null }),
  'pricing.issueGiftCard': errand('POST', () => '/gift-cards', { amount: '50.00' }),
  'pricing.correctGiftCard': errand('POST', async (stage) => `${await giftCard(stage)}/correct`, {
    ...{ direction: 'take', amount: '5.00', reason: 'Paid out at the till' },
  }),
  'pricing.switchGiftCard': errand('POST', async (stage) => `${await giftCard(stage)}/switch`, {
    ...{ active: false, reason: 'Lost' },
  }),
  'pricing.updateTaxSettings': errand('PUT', () => '/taxes', taxFields),
}
