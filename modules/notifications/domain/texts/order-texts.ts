import type { ReturnTexts } from './return-texts.ts'

/** Why an order did not come about, as far as a mail may repeat it. */
export type CancelReason = 'payment_failed' | 'payment_expired' | 'out_of_stock' | 'not_started'

/** What mails about orders say. */
export type OrderTexts = {
  readonly viewOrder: string
  readonly trackParcel: string
  readonly backToShop: string
  readonly parcel: string
  readonly deliveryTo: string
  readonly invoice: string
  readonly inParcel: string
  readonly shipsLater: string
  readonly subtotal: string
  readonly total: string
  /** Why the reader got the mail. */
  readonly bought: (shop: string) => string
  readonly addressGiven: (shop: string) => string
  readonly shipping: (method: string) => string
  readonly quantity: (count: number) => string
  readonly confirmation: {
    readonly subject: (number: string) => string
    readonly preview: string
    readonly title: (name: string | null) => string
    readonly news: (number: string) => string
  }
  /** What else there is; each reason names the product that speaks for it. */
  readonly suggestions: {
    readonly titles: Readonly<Record<'bought_together' | 'similar' | 'for_you' | 'popular', string>>
    readonly reasons: Readonly<
      Record<'bought_together' | 'similar' | 'because_you_bought', (name: string) => string>
    >
    readonly popular: string
    readonly fresh: string
  }
  readonly shipped: {
    readonly subject: (number: string) => string
    readonly preview: string
    readonly title: string
    readonly news: (number: string) => string
  }
  readonly partShipped: OrderTexts['shipped']
  readonly cancelled: {
    readonly subject: (number: string) => string
    readonly title: string
    readonly news: (number: string) => string
    readonly reasons: Readonly<Record<CancelReason, string>>
    readonly paid: string
    readonly unpaid: string
  }
  readonly refunded: {
    readonly subject: (amount: string, number: string) => string
    readonly preview: string
    readonly title: (amount: string) => string
    readonly inFull: (amount: string, number: string) => string
    readonly inPart: (amount: string, number: string) => string
  }
  readonly returns: ReturnTexts
}
