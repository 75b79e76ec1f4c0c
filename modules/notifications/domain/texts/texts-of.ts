import type { Language } from '../language.ts'
import { approvals as approvalsDe } from './de/approvals.ts'
import { changes as changesDe } from './de/changes.ts'
import { order as orderDe } from './de/order.ts'
import { passwords as passwordsDe } from './de/passwords.ts'
import { privacy as privacyDe } from './de/privacy.ts'
import { reviews as reviewsDe } from './de/reviews.ts'
import { signIn as signInDe } from './de/sign-in.ts'
import { signUp as signUpDe } from './de/sign-up.ts'
import { staff as staffDe } from './de/staff.ts'
import { stock as stockDe } from './de/stock.ts'
import { wishes as wishesDe } from './de/wishes.ts'
import { approvals as approvalsEn } from './en/approvals.ts'
import { changes as changesEn } from './en/changes.ts'
import { order as orderEn } from './en/order.ts'
import { passwords as passwordsEn } from './en/passwords.ts'
import { privacy as privacyEn } from './en/privacy.ts'
import { reviews as reviewsEn } from './en/reviews.ts'
import { signIn as signInEn } from './en/sign-in.ts'
import { signUp as signUpEn } from './en/sign-up.ts'
import { staff as staffEn } from './en/staff.ts'
import { stock as stockEn } from './en/stock.ts'
import { wishes as wishesEn } from './en/wishes.ts'
import type { AccountTexts } from './letter.ts'
import type { OrderTexts } from './order-texts.ts'

/** Everything that mails say in one language. */
export type Texts = {
  readonly order: OrderTexts
  readonly account: AccountTexts
  /** Stands before a link that is written out. */
  readonly noButton: string
}

const texts: Readonly<Record<Language, Texts>> = {
  en: {
    order: orderEn,
    account: {
      ...signUpEn,
      ...signInEn,
      ...passwordsEn,
      ...changesEn,
      ...privacyEn,
      ...staffEn,
      ...approvalsEn,
      ...wishesEn,
      ...reviewsEn,
      ...stockEn,
    },
    noButton: 'If the button does not work:',
  },
  de: {
    order: orderDe,
    account: {
      ...signUpDe,
      ...signInDe,
      ...passwordsDe,
      ...changesDe,
      ...privacyDe,
      ...staffDe,
      ...approvalsDe,
      ...wishesDe,
      ...reviewsDe,
      ...stockDe,
    },
    noButton: 'Falls der Knopf nicht funktioniert:',
  },
}

/** The texts of a language. */
export function textsOf(language: Language): Texts {
  return texts[language]
}
