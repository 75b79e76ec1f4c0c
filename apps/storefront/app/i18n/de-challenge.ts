import type { enChallenge } from './en-challenge.ts'

/** Deutsch für Prüfungen und für die Links aus Mails über ungewöhnliche Anmeldungen. */
export const deChallenge: typeof enChallenge = {
  challenge: {
    checking: 'Wir prüfen, dass Sie kein Roboter sind …',
    ready: 'Geprüft. Geben Sie Ihr Passwort noch einmal ein und fahren Sie fort.',
    failed:
      'Ihr Browser konnte die Prüfung nicht abschließen. Laden Sie die Seite neu und versuchen Sie es noch einmal, oder setzen Sie Ihr Passwort per Mail zurück.',
    noScriptTitle: 'Wir müssen prüfen, dass Sie kein Roboter sind',
    noScript:
      'Die Prüfung braucht JavaScript. Schalten Sie es für diesen Shop ein und senden Sie das Formular noch einmal, oder setzen Sie Ihr Passwort per Mail zurück: Das geht ohne.',
  },
  unlock: {
    title: 'Passwort wieder einschalten',
    lead: 'Jemand hat für Ihr Konto viele Male ein falsches Passwort eingegeben. Deshalb ist die Anmeldung mit Passwort angehalten. Ist Ihr Passwort lang und nirgends sonst in Gebrauch, schalten Sie es wieder ein.',
    button: 'Passwort einschalten',
    doneTitle: 'Ihr Passwort gilt wieder',
    done: 'Melden Sie sich an wie immer.',
    failedTitle: 'Dieser Link gilt nicht mehr',
    failed:
      'Vielleicht wurde er schon benutzt, oder er ist zu alt. Sie können stattdessen per Mail ein neues Passwort setzen.',
    reset: 'Neues Passwort setzen',
  },
  notMe: {
    title: 'Das waren nicht Sie?',
    lead: 'Wir melden alle Browser und Programme ab, vergessen alle bekannten Geräte und schalten das Passwort ab. Dann schicken wir Ihnen eine Mail, mit der Sie ein neues setzen.',
    button: 'Konto sichern',
    doneTitle: 'Ihr Konto ist gesichert',
    done: 'Alle sind abgemeldet, und das alte Passwort gilt nicht mehr. Setzen Sie jetzt ein neues, mit einem Code, den wir an Ihre Adresse schicken.',
    next: 'Neues Passwort setzen',
    failedTitle: 'Dieser Link gilt nicht mehr',
    failed:
      'Vielleicht wurde er schon benutzt, oder er ist zu alt. Sind Sie noch besorgt, setzen Sie ein neues Passwort: Auch das meldet alle ab.',
  },
}
