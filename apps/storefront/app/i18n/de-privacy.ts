import type { Texts } from './texts.ts'

/** German for one's own data. */
export const dePrivacy: Pick<Texts, 'privacy'> = {
  privacy: {
    tab: 'Ihre Daten',
    title: 'Ihre Daten',
    lead: 'Nehmen Sie mit, was wir über Sie speichern, oder lassen Sie es löschen.',
    export: {
      title: 'Ihre Daten mitnehmen',
      lead: 'Ein Archiv mit Konto, Adressen, Bestellungen, Warenkorb, Angesehenem, Mails und Anmeldungen, als Dateien, die Sie und andere Programme lesen können. Wir schreiben Ihnen, wenn es bereitliegt.',
      request: 'Archiv anfordern',
      requested: 'Wir erstellen Ihr Archiv und schreiben Ihnen, wenn es bereitliegt.',
      running: 'Ein Archiv wird bereits erstellt. Wir schreiben Ihnen, wenn es bereitliegt.',
      tooSoon: 'Ein Archiv am Tag ist möglich. Holen Sie das letzte ab oder kommen Sie morgen wieder.',
      list: 'Ihre Archive',
      of: 'Archiv vom {{date}}',
      download: 'Herunterladen',
      downloadOf: 'Archiv vom {{date}} herunterladen',
      until: 'Abzuholen bis {{date}}',
      size: '{{size}} kB',
      status: { queued: 'Wird erstellt', ready: 'Bereit', expired: 'Gelöscht', failed: 'Hat nicht geklappt' },
    },
    views: {
      title: 'Was Sie ansehen',
      lead: 'Aus Produkten, die Sie ansehen, lernen wir, was wir Ihnen vorschlagen. Wir behalten höchstens die letzten hundert und höchstens drei Monate lang und geben sie nicht weiter.',
      on_zero: 'Wir merken uns, was Sie ansehen. Im Moment ist das nichts.',
      on_one: 'Wir merken uns, was Sie ansehen: im Moment ein Produkt.',
      on_other: 'Wir merken uns, was Sie ansehen: im Moment {{count}} Produkte.',
      off: 'Wir merken uns nicht, was Sie ansehen. Vorschläge richten sich nach dem, was Sie kaufen.',
      turnOff: 'Aufhören und vergessen',
      turnOn: 'Merken, was ich ansehe',
      forgotten: 'Wir haben vergessen, was Sie angesehen haben, und merken uns nichts mehr davon.',
      remembered: 'Ab jetzt merken wir uns, was Sie ansehen.',
    },
    erase: {
      title: 'Ihr Konto löschen',
      lead: 'Es gibt kein Zurück, und niemand hier kann es rückgängig machen.',
      goes: 'Was geht: Ihr Konto und jede Art, sich anzumelden, Ihre Adressen, Ihr Warenkorb, Ihr Name und Ihre Mailadresse an allem, was wir aufbewahren. Sie sind sofort überall abgemeldet.',
      stays:
        'Was bleibt: von bezahlten Bestellungen die Beträge und die Anschrift der Rechnung, solange das Gesetz es verlangt. Für nichts anderes werden sie verwendet.',
      first: 'Vielleicht möchten Sie vorher Ihre Daten mitnehmen.',
      typed: 'Tippen Sie zur Bestätigung {{word}}',
      wrongWord: 'Tippen Sie {{word}}, Buchstabe für Buchstabe.',
      button: 'Mein Konto löschen',
      underWay: 'Eine Ihrer Bestellungen ist noch unterwegs',
      underWayText:
        'Löschen Sie Ihr Konto, sobald sie angekommen ist, oder stornieren Sie sie, wenn das noch geht. Eine versandte Bestellung gilt nach 30 Tagen als angekommen.',
      seeOrders: 'Zu Ihren Bestellungen',
    },
    doneTitle: 'Ihr Konto ist gelöscht',
    done: 'Sie sind überall abgemeldet. Was noch übrig ist, wird jetzt entfernt, und eine letzte Mail sagt Ihnen, wann das geschehen ist.',
  },
}
