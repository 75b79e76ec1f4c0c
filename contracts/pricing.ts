import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { erasureOperation, exportOperation } from './personal-data.ts'
import { couponOperations } from './pricing/coupons.ts'
import { giftCardOperations } from './pricing/gift-cards.ts'
import { internalOperations } from './pricing/internal.ts'
import { promotionOperations } from './pricing/promotions.ts'
import { taxOperations } from './pricing/taxes.ts'

export const pricing = defineContract({
  name: 'pricing',
  operations: {
    ...promotionOperations,
    ...couponOperations,
    ...giftCardOperations,
    ...taxOperations,
    ...internalOperations,
    ...exportOperation,
    ...erasureOperation,
  },
})

export type Pricing = typeof pricing
