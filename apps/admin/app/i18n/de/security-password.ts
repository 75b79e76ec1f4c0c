import type { Texts } from '../texts.ts'

export const securityPassword: Texts['security']['password'] = {
  title: 'Passwort',
  lead: 'Neben Ihrem zweiten Faktor genügen 8 Zeichen. Eine Änderung meldet Sie überall sonst ab.',
  change: 'Passwort ändern',
  changed: 'Ihr Passwort ist geändert. Alle anderen Sitzungen sind beendet.',
}
