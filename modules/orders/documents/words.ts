import { currencyDigits, toMoney } from '@rampart/platform/money/money.ts'

export type Language = 'en' | 'de'

const en = {
  invoice: 'Invoice',
  credit_note: 'Credit note',
  number: 'Number',
  date: 'Date',
  order: 'Order',
  ordered: 'Ordered on',
  vatId: 'VAT ID',
  taxNumber: 'Tax number',
  bank: 'Bank',
  item: 'Item',
  quantity: 'Quantity',
  price: 'Price',
  tax: 'Tax',
  amount: 'Amount',
  shipping: 'Shipping',
  net: 'Net',
  total: 'Total',
  credited: 'Credited',
  giftCard: 'Paid by gift card',
  inclusive: 'Prices include tax.',
  exclusive: 'Prices are without tax.',
  credits: 'Credit for invoice',
  pickList: 'Pick list',
  packingSlip: 'Packing slip',
  shipTo: 'Ship to',
  shipment: 'Shipment',
  orders: 'Orders',
  nothingLeft: 'Nothing of these orders is left to pick.',
  note: 'Note',
  method: 'Delivery',
}

const de: typeof en = {
  invoice: 'Rechnung',
  credit_note: 'Rechnungskorrektur',
  number: 'Nummer',
  date: 'Datum',
  order: 'Bestellung',
  ordered: 'Bestellt am',
  vatId: 'USt-IdNr.',
  taxNumber: 'Steuernummer',
  bank: 'Bankverbindung',
  item: 'Artikel',
  quantity: 'Menge',
  price: 'Preis',
  tax: 'Steuer',
  amount: 'Betrag',
  shipping: 'Versand',
  net: 'Netto',
  total: 'Gesamtbetrag',
  credited: 'Gutgeschrieben',
  giftCard: 'Mit Geschenkkarte bezahlt',
  inclusive: 'Die Preise enthalten die Steuer.',
  exclusive: 'Die Preise sind ohne Steuer.',
  credits: 'Korrektur der Rechnung',
  pickList: 'Pickliste',
  packingSlip: 'Lieferschein',
  shipTo: 'Lieferung an',
  shipment: 'Sendung',
  orders: 'Bestellungen',
  nothingLeft: 'Von diesen Bestellungen ist nichts mehr zu packen.',
  note: 'Hinweis',
  method: 'Versandart',
}

/** What papers say, by language. */
export const wordsIn: Readonly<Record<Language, typeof en>> = { en, de }

/** A day as a language writes it, in UTC. */
export function dayText(moment: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(moment))
}

/** An amount in minor units as a language writes it. */
export function amountText(minor: number, currency: string, language: Language): string {
  const digits = currencyDigits(currency)
  return new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(toMoney(minor, currency).amount as `${number}`)
}

/** A rate such as `5.5` as a language writes it. */
export function rateText(percent: string, language: Language): string {
  return `${language === 'de' ? percent.replace('.', ',') : percent} %`
}

/** The name of a country. */
export function countryText(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
}
