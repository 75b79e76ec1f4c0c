import type { Texts } from '../texts.ts'

export const productPrices: Texts['productPrices'] = {
  title: 'Preise in anderen Währungen',
  hint: 'Wo kein Preis steht, ist die Variante in dieser Währung nicht zu kaufen.',
  variant: 'Variante',
  saleBy: 'Preise senken',
  byPercent: 'In Prozent',
  byPrice: 'Einzeln',
  salePrices: 'Aktionspreise',
  salePrice: 'Aktionspreis',
  salePricesHint: 'Was leer bleibt, behält seinen regulären Preis.',
  badSalePrices: 'Geben Sie mindestens einen Betrag an, keinen mit mehr Stellen, als seine Währung hat.',
  currency: 'Währung',
}

export const preview: Texts['preview'] = {
  title: 'Vorschau',
  text: 'Wer den Link hat, sieht die Seite, wie sie sein wird. Gekauft werden kann dort nichts, und keine Suchmaschine behält sie.',
  holds: 'Der Link gilt',
  hours_one: '{{count}} Stunde',
  hours_other: '{{count}} Stunden',
  days_one: '{{count}} Tag',
  days_other: '{{count}} Tage',
  make: 'Link erstellen',
  another: 'Weiteren Link erstellen',
  link: 'Link',
  until: 'Gilt bis {{until}}. Er wird nur jetzt gezeigt.',
  copy: 'Link kopieren',
  copied: 'Kopiert',
  open: 'Öffnen',
  revoke: 'Alle Links beenden',
  revoked: 'Alle Vorschau-Links dieses Produkts sind beendet',
}

export const tree: Texts['tree'] = {
  handle: '{{name}} verschieben',
  keys: 'Ziehen Sie eine Kategorie, oder verschieben Sie sie mit den Pfeiltasten auf ihrem Griff: hoch und runter neben den anderen, nach rechts in die darüber, nach links wieder hinaus.',
  into: 'In die darüber verschieben',
  out: 'Eine Ebene hinaus',
  moved: '{{name}} ist verschoben',
  changed: 'Der Baum wurde inzwischen von jemand anderem geändert. So steht er jetzt.',
}
