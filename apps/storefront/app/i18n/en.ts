import { enBrowse } from './en-browse.ts'
import { enBuy } from './en-buy.ts'
import { enCodes } from './en-codes.ts'
import { enPay } from './en-pay.ts'
import { enPrices } from './en-prices.ts'
import { enAccount } from './en-account.ts'
import { enChallenge } from './en-challenge.ts'
import { enSignUp } from './en-sign-up.ts'
import { enPrivacy } from './en-privacy.ts'
import { enApps } from './en-apps.ts'
import { enFiles } from './en-files.ts'
import { enGiftCards } from './en-gift-cards.ts'
import { enLists } from './en-lists.ts'
import { enReturns } from './en-returns.ts'
import { enReviews } from './en-reviews.ts'
import { enRecovery } from './en-recovery.ts'
import { enSecurity } from './en-security.ts'

/** English. Its shape is the shape of every language. */
export const en = {
  ...enBrowse,
  ...enBuy,
  ...enCodes,
  ...enAccount,
  ...enPay,
  ...enPrices,
  ...enChallenge,
  ...enSignUp,
  ...enPrivacy,
  ...enRecovery,
  ...enLists,
  ...enReviews,
  ...enReturns,
  ...enSecurity,
  ...enApps,
  ...enFiles,
  ...enGiftCards,
}
