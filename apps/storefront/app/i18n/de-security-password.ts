export const deSecurityPassword = {
  title: 'Passwort',
  lead: 'Eine Änderung meldet Sie überall sonst ab.',
  leadShort: 'Neben Ihrem zweiten Faktor genügen 8 Zeichen. Eine Änderung meldet Sie überall sonst ab.',
  newPassword: 'Neues Passwort',
  change: 'Passwort ändern',
  changed: 'Ihr Passwort ist geändert. Alle anderen Sitzungen sind beendet.',
  tooShort: 'Nehmen Sie 15 Zeichen oder mehr. Neben einem zweiten Faktor genügen 8.',
}
