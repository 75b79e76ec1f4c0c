import type { Texts } from '../texts.ts'

export const payments: Texts['payments'] = {
  title: 'Zahlungsarten',
  lead: 'Womit bezahlt werden kann und welche Schlüssel das braucht. Schlüssel liegen verschlüsselt und werden nie wieder gezeigt.',
  names: {
    sandbox: 'Übungsbank',
    stripe: 'Stripe',
    razorpay: 'Razorpay',
    cash_on_delivery: 'Nachnahme',
  },
  about: {
    sandbox:
      'Eine Bank zum Ausprobieren. Es fließt kein Geld. Geschaltet wird sie mit SANDBOX_PAYMENTS in der Konfiguration.',
    stripe: 'Karten, Wallets und örtliche Zahlungsarten, mit 3-D Secure.',
    razorpay: 'UPI, Karten, Netbanking und Wallets in Indien.',
    cash_on_delivery:
      'Der Bote nimmt das Geld an der Tür. Die Bestellung geht unbezahlt hinaus; notieren Sie auf ihrer Seite, wenn das Bargeld da ist.',
  },
  states: { off: 'Nicht angeboten', test: 'Test: es fließt kein Geld', live: 'In Betrieb' },
  testNote:
    'Mit Testschlüsseln kann jeder mit den Testkarten des Anbieters „bezahlen“. Benutzen Sie sie nur, solange hier niemand einkauft.',
  sandboxNote: 'Hier kann jeder eine Zahlung genehmigen. Schalten Sie sie aus, bevor Sie verkaufen.',
  countries: 'Länder',
  countriesHint: 'Nur Bestellungen dorthin können so bezahlt werden.',
  addCountry: 'Land hinzufügen',
  removeCountry: '{{name}} entfernen',
  noCountries: 'noch keine',
  countriesTitle: 'Wo {{name}} angeboten wird',
  changeCountries: 'Länder wählen',
  countriesSaved: 'Die Länder sind gespeichert',
  recordCash: 'Bargeld erhalten',
  cashRecorded: 'Das Bargeld ist als erhalten notiert',
  cashDue: 'Bargeld ist fällig, wenn die Bestellung ankommt.',
  keys: 'Schlüssel',
  enterKeys: 'Schlüssel eingeben',
  changeKeys: 'Schlüssel ändern',
  removeKeys: 'Schlüssel entfernen',
  switchOn: 'Anbieten',
  switchOff: 'Nicht mehr anbieten',
  switchedOn: '{{name}} wird jetzt angeboten',
  switchedOff: '{{name}} wird nicht mehr angeboten',
  endsWith: 'endet auf {{end}}',
  isKept: 'vorhanden',
  isMissing: 'fehlt',
  isOptional: 'nicht nötig',
  keyNames: {
    secret_key: 'Geheimer Schlüssel',
    publishable_key: 'Veröffentlichbarer Schlüssel',
    key_id: 'Key-ID',
    key_secret: 'Key-Secret',
    webhook_secret: 'Geheimnis des Webhooks',
    account_id: 'Konto-ID',
  },
  keyHints: {
    stripe: {
      secret_key:
        'Stripe: Entwickler › API-Schlüssel. Beginnt mit sk_test_ oder sk_live_; ein eingeschränkter (rk_…) genügt.',
      publishable_key: 'Von derselben Seite. Beginnt mit pk_test_ oder pk_live_.',
      webhook_secret:
        'Stripe: Entwickler › Webhooks, sobald die Adresse unten eingetragen ist. Beginnt mit whsec_.',
    },
    razorpay: {
      key_id: 'Razorpay: Account & Settings › API keys. Beginnt mit rzp_test_ oder rzp_live_.',
      key_secret: 'Wird einmal neben der Key-ID gezeigt.',
      webhook_secret: 'Sie wählen es, wenn Sie die Adresse unten eintragen: mindestens 16 zufällige Zeichen.',
      account_id: 'Beginnt mit acc_. Damit werden Nachrichten für andere Konten abgelehnt.',
    },
  },
  keepHint: 'Bleibt das Feld leer, bleibt der vorhandene.',
  keepOld: 'Das jetzige Geheimnis des Webhooks gilt noch einen Tag',
  keepOldHint:
    'Während Sie es beim Anbieter wechseln. Lassen Sie dies aus, wenn es jemand anderes kennen könnte.',
  oldUntil: 'Das frühere Geheimnis gilt bis {{moment}}',
  dialogTitle: 'Schlüssel von {{name}}',
  saved: 'Die Schlüssel sind gespeichert; der Anbieter kennt sie',
  savedUntried:
    'Die Schlüssel sind gespeichert, aber der Anbieter war nicht erreichbar, um sie auszuprobieren',
  webhook: 'Webhook',
  webhookAddress: 'Tragen Sie diese Adresse beim Anbieter ein',
  webhookEvents: 'Mit diesen Ereignissen',
  copy: 'Adresse kopieren',
  copied: 'Kopiert',
  lastWebhook: 'Letzte Nachricht',
  noWebhook: 'noch keine',
  removeTitle: 'Schlüssel von {{name}} entfernen?',
  removeText:
    'Dort kann dann nichts mehr bezahlt werden, und was dort bezahlt wurde, lässt sich von hier aus nicht mehr erstatten.',
  removed: 'Die Schlüssel sind entfernt',
}
