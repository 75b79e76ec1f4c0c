/** Prices in other currencies, looking at what is not published, and the category tree. */
export const productPrices = {
  title: 'Prices in other currencies',
  hint: 'Where a price is left empty, the variant is not for sale in that currency.',
  variant: 'Variant',
  saleBy: 'Lower the prices',
  byPercent: 'By percent',
  byPrice: 'One by one',
  salePrices: 'Sale prices',
  salePrice: 'sale price',
  salePricesHint: 'What is left empty keeps its regular price.',
  badSalePrices: 'Give at least one amount, each with no more decimals than its currency has.',
  currency: 'Currency',
}

export const preview = {
  title: 'Preview',
  text: 'Whoever has the link sees the page as it will be. Nothing can be bought from it, and no search engine keeps it.',
  holds: 'The link holds for',
  hours_one: '{{count}} hour',
  hours_other: '{{count}} hours',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  make: 'Make a link',
  another: 'Make another link',
  link: 'Link',
  until: 'Holds until {{until}}. It is shown only now.',
  copy: 'Copy link',
  copied: 'Copied',
  open: 'Open',
  revoke: 'End all links',
  revoked: 'All preview links of this product are ended',
}

export const tree = {
  handle: 'Move {{name}}',
  keys: 'Drag a category, or move it with the arrow keys on its handle: up and down beside the others, right into the one above, left out again.',
  into: 'Move into the one above',
  out: 'Move one level out',
  moved: '{{name}} is moved',
  changed: 'Somebody else has changed the tree meanwhile. This is how it stands now.',
}
