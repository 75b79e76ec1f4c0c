/** English: currencies, and looking at what is not published. */
export const enPrices = {
  currency: {
    label: 'Currency',
    notSold: 'Not sold in {{currency}}',
    notSoldText:
      'This article has no price in {{currency}}. Choose another currency at the foot of the page.',
    line: 'Not sold in this currency. Remove it, or choose another currency.',
    changed: 'The cart is in another currency now. Look at it again.',
  },
  preview: {
    title: 'Preview',
    draft: 'This product is not published. Nobody sees it without this link.',
    published: 'This product is published. This is how its page looks.',
    until: 'The link holds until',
    noCart: 'Nothing can be bought from a preview.',
    gone: 'This preview link has ended',
    goneText: 'Ask whoever sent it to you for another.',
  },
}
