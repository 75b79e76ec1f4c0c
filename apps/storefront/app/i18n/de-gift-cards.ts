import type { Texts } from './texts.ts'

/** German: what is on a gift card. */
export const deGiftCards: Pick<Texts, 'giftCard'> = {
  giftCard: {
    title: 'Guthaben der Geschenkkarte',
    lead: 'Sehen Sie, was auf Ihrer Geschenkkarte noch übrig ist.',
    code: 'Code der Geschenkkarte',
    hint: 'Sechzehn Buchstaben und Ziffern, mit oder ohne Bindestriche.',
    look: 'Guthaben zeigen',
    balance: '{{amount}} auf der Karte',
    card: 'Geschenkkarte mit der Endung {{hint}}',
    until: 'Gültig bis',
    unknown: 'Eine Geschenkkarte mit diesem Code gibt es nicht. Prüfen Sie jedes Zeichen.',
    tooMany: 'Zu viele falsche Codes. Warten Sie etwas und versuchen Sie es wieder.',
    status: {
      spent: 'Es ist nichts mehr darauf.',
      expired: 'Sie ist abgelaufen.',
      disabled: 'Sie kann gerade nicht verwendet werden. Fragen Sie den Shop.',
    },
  },
}
