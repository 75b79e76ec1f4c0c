type Default = { readonly word: string; readonly meanings: readonly string[] }

/** What a new shop starts with: everyday words for the same thing. Staff change and remove them like their own. */
export const defaultSynonyms: readonly Default[] = [
  { word: 'laptop', meanings: ['notebook'] },
  { word: 'tv', meanings: ['television'] },
  { word: 'desktop', meanings: ['pc'] },
  { word: 'photo', meanings: ['camera'] },
  { word: 'sofa', meanings: ['couch'] },
  { word: 'trouser', meanings: ['pant'] },
  { word: 'sneaker', meanings: ['trainer'] },
  { word: 'jumper', meanings: ['sweater', 'pullover'] },
  { word: 'fridge', meanings: ['refrigerator'] },
  { word: 'mug', meanings: ['cup'] },
]
