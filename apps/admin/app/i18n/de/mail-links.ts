import type { mailLinks as english } from '../en/mail-links.ts'

export const mailLinks: typeof english = {
  checking: 'Wir prüfen, dass Sie kein Roboter sind …',
  unlock: {
    title: 'Passwort wieder einschalten',
    lead: 'Jemand hat für Ihr Konto viele Male ein falsches Passwort eingegeben. Deshalb ist die Anmeldung mit Passwort angehalten.',
    button: 'Passwort einschalten',
    doneTitle: 'Ihr Passwort gilt wieder',
    done: 'Melden Sie sich an wie immer.',
    failedTitle: 'Dieser Link gilt nicht mehr',
    failed:
      'Vielleicht wurde er schon benutzt, oder er ist zu alt. Melden Sie sich mit einem Passkey an, oder fragen Sie die Administration.',
  },
  notMe: {
    title: 'Das waren nicht Sie?',
    lead: 'Alle Sitzungen Ihres Kontos enden, alle bekannten Geräte werden vergessen und das Passwort wird abgeschaltet. Dann sagt Ihnen eine Mail, wie Sie ein neues setzen.',
    button: 'Konto sichern',
    doneTitle: 'Ihr Konto ist gesichert',
    done: 'Alle sind abgemeldet, und das alte Passwort gilt nicht mehr. Folgen Sie der Mail, die gerade verschickt wurde, um ein neues zu setzen.',
    failedTitle: 'Dieser Link gilt nicht mehr',
    failed:
      'Vielleicht wurde er schon benutzt, oder er ist zu alt. Sind Sie noch besorgt, lassen Sie Ihr Konto von der Administration sperren.',
  },
}
