import type { Texts } from '../texts.ts'

/** German for passwords that were forgotten, addresses that change, and the own profile. */
export const recovery: Texts['recovery'] = {
  link: 'Passwort vergessen?',
  back: 'Zurück zur Anmeldung',
  askTitle: 'Passwort vergessen?',
  askLead: 'Nennen Sie die E-Mail-Adresse Ihres Kontos, dann schicken wir einen Code dorthin.',
  send: 'Code schicken',
  codeTitle: 'Code eingeben',
  codeLead:
    'Wenn es ein Konto für {{email}} gibt, ist eine Mail mit sechs Ziffern unterwegs. Sie gelten zehn Minuten.',
  code: 'Code aus der Mail',
  check: 'Weiter',
  again: 'Neuen Code schicken',
  againSent: 'Ein neuer Code ist unterwegs. Nur der neueste gilt.',
  newTitle: 'Neues Passwort wählen',
  newLead: 'Sie werden überall abgemeldet und melden sich mit dem neuen an.',
  newPassword: 'Neues Passwort',
  birthDate: 'Geburtsdatum',
  birthDateHint: 'Um sicher zu sein, dass Sie es sind: {{hint}}.',
  factorLead:
    'Für Mitarbeiter genügt das Postfach allein nicht: Geben Sie auch einen Code Ihres zweiten Faktors ein.',
  noFactor:
    'Kein Code zur Hand? Ein Administrator kann Ihnen auf der Seite Ihres Kontos einen Neuanfang erlauben.',
  set: 'Passwort setzen',
  over: 'Das hat zu lange gedauert oder wurde zu oft versucht. Lassen Sie einen neuen Code schicken.',
  done: 'Ihr Passwort ist geändert. Melden Sie sich damit an.',
  recoverTitle: 'Neu anfangen',
  recoverLead:
    'Wählen Sie ein Passwort. Ihre zweiten Faktoren werden entfernt, und bei der nächsten Anmeldung richten Sie einen neuen ein.',
  noToken: 'Der Link ist nicht vollständig',
  noTokenText:
    'Öffnen Sie den Link in der Mail noch einmal oder bitten Sie einen Administrator um einen neuen.',
  invalidTitle: 'Dieser Link gilt nicht mehr',
  recoverInvalid:
    'Vielleicht wurde er schon benutzt, oder er ist zu alt. Bitten Sie einen Administrator um einen neuen.',
  confirmTitle: 'Änderung der Adresse bestätigen',
  confirmText:
    'Die E-Mail-Adresse Ihres Kontos ändert sich, sobald die alte und die neue es bestätigt haben.',
  confirm: 'Bestätigen',
  stopText: 'Sie haben das nicht gewollt? Halten Sie es auf und ändern Sie Ihr Passwort.',
  stop: 'Änderung aufhalten',
  changed: 'Ihre E-Mail-Adresse ist geändert. Melden Sie sich ab jetzt mit der neuen an.',
  waiting: 'Die Hälfte ist getan: Bestätigen Sie die Änderung nun auch von der anderen Adresse aus.',
  stopped: 'Die Änderung ist aufgehalten. Ihre E-Mail-Adresse bleibt, wie sie war.',
  confirmInvalid: 'Vielleicht wurde er schon benutzt, oder die Änderung wurde aufgehalten oder ist zu alt.',
  toAccount: 'Ihr Konto',
  profile: {
    username: 'Benutzername',
    usernameHint:
      'Zum Anmelden anstelle der E-Mail-Adresse. 3 bis 32 Buchstaben, Ziffern, Punkte oder Bindestriche.',
    birthDateKnown: 'Wir kennen {{hint}}. Geben Sie ein Datum ein, um es zu ändern.',
    birthDateUnknown: 'Danach wird gefragt, wenn Sie Ihr Passwort vergessen.',
    birthDateCheck: 'Danach fragen, wenn ich mein Passwort zurücksetze',
    mailLanguage: 'Sprache der Mails',
    email: 'E-Mail-Adresse',
    emailNow: 'Sie melden sich mit {{email}} an.',
    emailNew: 'Neue E-Mail-Adresse',
    emailAsk: 'Adresse ändern',
    emailSent: 'Zwei Mails sind unterwegs: Bestätigen Sie die Änderung von beiden Adressen aus.',
    waitingBoth: 'Warten auf {{email}}: Bestätigen Sie die Änderung mit den Links in beiden Mails.',
    waitingOld: 'Warten auf {{email}}: Die neue Adresse hat bestätigt, die alte noch nicht.',
    waitingNew: 'Warten auf {{email}}: Die alte Adresse hat bestätigt, die neue noch nicht.',
    picture: 'Bild',
    pictureAlt: 'Ihr Bild',
    pictureHint: 'Aus seiner Mitte wird ein Quadrat geschnitten.',
    choose: 'Bild wählen',
    remove: 'Entfernen',
  },
}
