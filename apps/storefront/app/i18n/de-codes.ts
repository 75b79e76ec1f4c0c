import type { Texts } from './texts.ts'

/** German for coupons, gift cards, discounts and taxes. */
export const deCodes: Pick<Texts, 'codes'> = {
  codes: {
    label: 'Rabattcode oder Gutschein',
    add: 'Einlösen',
    open: 'Rabattcode oder Gutschein einlösen?',
    giftCard: 'Gutschein mit Endung {{hint}}',
    giftCards: 'Gutscheine',
    giftCardLeft: '{{amount}} bleiben darauf.',
    remove: 'Entfernen',
    removeOf: '{{code}} entfernen',
    coupon: 'Code {{code}}',
    total: 'Summe',
    totalSoFar: 'Summe ohne Versand',
    discount: 'Rabatt',
    includedTax: 'Enthält {{amount}} MwSt. ({{rate}} %)',
    tax: 'MwSt.',
    addedTax: 'MwSt. {{rate}} %',
    toPay: 'Noch zu zahlen',
    nothingToPay: 'Rabatte und Gutscheine decken alles. Es bleibt nichts zu zahlen.',
    refused: {
      unknown: 'Diesen Gutschein gibt es nicht mehr.',
      disabled: 'Dieser Gutschein ist gesperrt.',
      expired: 'Dieser Gutschein ist abgelaufen.',
      empty: 'Auf diesem Gutschein ist nichts mehr.',
      not_in_currency: 'Dieser Gutschein gilt in einer anderen Währung.',
    },
    failed: {
      CART_CODE_UNKNOWN: 'Es gibt keinen Rabattcode oder Gutschein mit diesem Code.',
      CART_COUPON_OVER: 'Dieser Rabattcode gilt nicht mehr.',
      CART_GIFT_CARD_SPENT: 'Auf diesem Gutschein ist nichts mehr.',
      CART_GIFT_CARD_CURRENCY: 'Dieser Gutschein gilt in einer anderen Währung als Ihr Warenkorb.',
      CART_TOO_MANY_CODES: 'Ein Warenkorb nimmt höchstens 10 Codes.',
      CART_TOO_MANY_TRIES: 'Zu viele falsche Codes. Bitte versuchen Sie es später noch einmal.',
      other: 'Der Code konnte nicht eingelöst werden. Bitte versuchen Sie es noch einmal.',
    },
    couponRefused: 'Ein Rabattcode gilt für diese Bestellung nicht mehr. Entfernen Sie ihn, um fortzufahren.',
    giftCardSpent:
      'Auf einem Gutschein ist weniger, als diese Bestellung braucht. Sehen Sie die Summe noch einmal an.',
  },
}
