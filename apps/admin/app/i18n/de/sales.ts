import type { Texts } from '../texts.ts'

export const sales: Texts['sales'] = {
  lead: 'Bezahlte Bestellungen mit Ihren Produkten. Sie sehen nur Ihre eigenen Artikel.',
  search: 'Nummer, Produkt oder SKU',
  items_one: '{{name}}',
  items_other: '{{name}}, {{count}} Stück',
  total: 'Ihre Artikel',
  empty: 'Noch nichts verkauft',
  emptyText: 'Sobald jemand eines Ihrer Produkte bezahlt hat, steht die Bestellung hier.',
  noMatchText: 'Versuchen Sie eine andere Nummer oder den Namen eines Ihrer Produkte.',
  method: 'Versandart',
  nothingToSend: 'Es ist nichts mehr zu versenden.',
  seller: 'Verkäufer',
  sellerHint: 'Verkäufer verwalten ihre eigenen Produkte und sehen, was davon verkauft wurde.',
  theShop: 'Der Shop selbst',
  goneSeller: 'Jemand ohne Zugang',
}
