/** English: what is on a gift card. */
export const enGiftCards = {
  giftCard: {
    title: 'Gift card balance',
    lead: 'See what is left on your gift card.',
    code: 'Code of the gift card',
    hint: 'Sixteen letters and digits, with or without hyphens.',
    look: 'Show balance',
    balance: '{{amount}} on the card',
    card: 'Gift card ending in {{hint}}',
    until: 'Good until',
    unknown: 'There is no gift card with this code. Check each sign.',
    tooMany: 'Too many wrong codes. Wait a little and try again.',
    status: {
      spent: 'There is nothing left on it.',
      expired: 'It has expired.',
      disabled: 'It cannot be used at the moment. Ask the shop.',
    },
  },
}
