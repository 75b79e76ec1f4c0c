import type { Pricing } from '@rampart/contracts/pricing.ts'
import type { ParsedInputOf } from '@rampart/platform/contract/define-contract.ts'

/** What is priced: what callers of `priceCart` say, and the moment. */
export type Facts = Omit<ParsedInputOf<Pricing, 'priceCart'>, 'gift_card_ids'> & { readonly moment: Date }
