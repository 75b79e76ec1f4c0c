import { deBrowse } from './de-browse.ts'
import { deBuy } from './de-buy.ts'
import { deCodes } from './de-codes.ts'
import { dePay } from './de-pay.ts'
import { dePrices } from './de-prices.ts'
import { deAccount } from './de-account.ts'
import { deChallenge } from './de-challenge.ts'
import { deSignUp } from './de-sign-up.ts'
import { dePrivacy } from './de-privacy.ts'
import { deApps } from './de-apps.ts'
import { deFiles } from './de-files.ts'
import { deGiftCards } from './de-gift-cards.ts'
import { deLists } from './de-lists.ts'
import { deReturns } from './de-returns.ts'
import { deReviews } from './de-reviews.ts'
import { deRecovery } from './de-recovery.ts'
import { deSecurity } from './de-security.ts'
import type { Texts } from './texts.ts'

/** German. */
export const de: Texts = {
  ...deBrowse,
  ...deBuy,
  ...deCodes,
  ...deAccount,
  ...dePay,
  ...dePrices,
  ...deChallenge,
  ...deSignUp,
  ...dePrivacy,
  ...deRecovery,
  ...deLists,
  ...deReviews,
  ...deReturns,
  ...deSecurity,
  ...deApps,
  ...deFiles,
  ...deGiftCards,
}
