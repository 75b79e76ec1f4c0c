import type { PricingDeps } from './deps.ts'
import { giftCardTries } from './domain/gift-cards/try-policy.ts'
import { pruneTries } from './store/tries.ts'

/** Forgets wrong tries that count no more. */
export const cleanUp = (deps: PricingDeps) => async (): Promise<void> => {
  await pruneTries(deps.db, new Date(deps.clock().getTime() - 2 * giftCardTries.forget * 1_000))
}
