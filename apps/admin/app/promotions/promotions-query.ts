import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Answer, type Input } from '../api.ts'

export type Promotion = Answer<'pricing', 'getPromotion'>
export type PromotionInput = Input<'pricing', 'createPromotion'>
export type Coupon = Answer<'pricing', 'listCoupons'>['items'][number]

/** Promotions in the order in which they apply, as many as one page shows. */
export const promotionsQuery = (filter: Input<'pricing', 'listPromotions'>) =>
  queryOptions({
    queryKey: ['promotions', 'list', filter],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.pricing.listPromotions(filter, { signal }),
  })

export const promotionQuery = (promotion_id: string) =>
  queryOptions({
    queryKey: ['promotions', 'one', promotion_id],
    queryFn: ({ signal }) => api.pricing.getPromotion({ promotion_id }, { signal }),
  })

export const couponsQuery = (input: Input<'pricing', 'listCoupons'>) =>
  queryOptions({
    queryKey: ['promotions', 'coupons', input],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.pricing.listCoupons(input, { signal }),
  })
