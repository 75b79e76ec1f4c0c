import type { Texts } from '../texts.ts'

export const shell: Texts['shell'] = {
  product: 'Rampart',
  skip: 'Zum Inhalt',
  menu: 'Menü',
  navigation: 'Navigation',
  search: 'Suchen',
  searchKey: 'Strg K',
  viewShop: 'Shop ansehen',
  account: 'Ihr Konto',
  signOut: 'Abmelden',
  nav: {
    overview: 'Übersicht',
    orders: 'Bestellungen',
    products: 'Produkte',
    categories: 'Kategorien',
    inventory: 'Lagerbestand',
    shipping: 'Versand',
    users: 'Konten',
    apps: 'Apps',
    mails: 'Gesendete Mails',
    health: 'Sicherheitslage',
    audit: 'Protokoll',
  },
  groups: { daily: 'Heute', catalog: 'Katalog', settings: 'Shop', security: 'Sicherheit' },
  palette: {
    label: 'Zu einer Seite, einer Bestellung oder einem Produkt springen',
    placeholder: 'Seite, Bestellnummer, Kunde oder Produkt',
    pages: 'Seiten',
    empty: 'Nichts gefunden.',
  },
}
