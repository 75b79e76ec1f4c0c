import type { AccountTexts } from '../letter.ts'

export const privacy: Pick<AccountTexts, 'export-ready' | 'account-erased'> = {
  'export-ready': (shop) => ({
    subject: `Ihre Daten von ${shop} liegen bereit`,
    preview: 'Sie können sie sieben Tage lang abholen.',
    title: 'Ihre Daten liegen bereit',
    opening: [
      `Sie wollten alles haben, was ${shop} über Sie speichert. Es liegt bereit: ein Archiv, mit einer Datei, die sagt, was darin ist.`,
    ],
    action: 'Zu Ihren Daten',
    lifetime: 'Sie können es sieben Tage lang abholen, angemeldet in Ihrem Konto. Danach wird es gelöscht.',
    closing: [
      'Haben Sie das nicht verlangt, dann wählen Sie ein neues Passwort: Jemand anderes ist in Ihrem Konto angemeldet.',
    ],
    reason: `Sie bekommen diese Mail, weil in Ihrem Konto bei ${shop} Ihre Daten verlangt wurden.`,
  }),
  'account-erased': (shop) => ({
    subject: `Ihr Konto bei ${shop} ist gelöscht`,
    preview: 'Dies ist die letzte Mail dazu.',
    title: 'Ihr Konto ist gelöscht',
    opening: [
      `Wie Sie es wollten, ist Ihr Konto bei ${shop} nicht mehr da, und mit ihm Ihre Anmeldung, Ihre Adressen, Ihr Warenkorb und Ihr Name an allem, was wir aufbewahren.`,
      'Von bezahlten Bestellungen bleiben die Beträge und die Anschrift der Rechnung, solange das Gesetz es verlangt. Für nichts anderes werden sie verwendet.',
    ],
    closing: ['Dies ist die letzte Mail zu Ihrem Konto. Danke, dass Sie bei uns waren.'],
    reason:
      'Sie bekommen diese Mail, weil dies die Adresse des Kontos war. Sie wird nicht länger aufbewahrt.',
  }),
}
