import type { Texts } from '../texts.ts'

export const recommendations: Texts['recommendations'] = {
  title: 'Empfehlungen',
  lead: 'Was wozu passt, gelernt aus Bestellungen und aus dem, was Kunden ansehen. Der Shop zeigt es auf Produktseiten, im Warenkorb, auf der Startseite und in Mails zu Bestellungen.',
  train: 'Jetzt lernen',
  ordered: 'Das Lernen ist beauftragt',
  failed: 'Das letzte Lernen ist fehlgeschlagen',
  failedText:
    'Es endete {{when}}. Der Shop arbeitet mit dem weiter, was vorher gelernt wurde, und versucht es von selbst noch einmal.',
  never: 'Noch nichts gelernt',
  neverText: 'Bis dahin zeigt der Shop, was ähnlich, beliebt und neu ist.',
  trained: 'Zuletzt gelernt',
  orders: 'Aus Bestellungen',
  ofBuyers_one: 'von {{count}} Käufer',
  ofBuyers_other: 'von {{count}} Käufern',
  products: 'Bekannte Produkte',
  took: 'Dauer',
  seconds: '{{value}} s',
  now: 'Im Moment',
  state: { idle: 'Es läuft nichts', waiting: 'Beauftragt', running: 'Lernt' },
  since: 'Seit',
  ownOrders: 'Bezahlte Bestellungen dieses Shops',
  views: 'Gemerkte Blicke auf Produkte',
  viewsLearnt: 'Davon gelernt',
  when: 'Der Shop lernt von selbst einmal am Tag und wenn er ein Fünftel mehr verkauft hat. Bis dahin zeigt er, was er vorher gelernt hat.',
}
