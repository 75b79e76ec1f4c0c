import { defineContract } from '@rampart/platform/contract/define-contract.ts'
import { internalOperations } from './pricing/internal.ts'

export const pricing = defineContract({
  name: 'pricing',
  operations: { ...internalOperations },
})

export type Pricing = typeof pricing
