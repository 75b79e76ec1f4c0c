import { momentText } from '../../words.ts'
import type { AccountTexts } from '../letter.ts'
import { factorNews } from './factors.ts'

type Names = 'confirm-new-email' | 'confirm-email-change' | 'email-changed' | 'factor-changed'

export const changes: Pick<AccountTexts, Names> = {
  'confirm-new-email': (shop) => ({
    subject: `Bestätigen Sie Ihre neue E-Mail-Adresse für ${shop}`,
    preview: 'Auch die alte Adresse muss der Änderung zustimmen.',
    title: 'Bestätigen Sie Ihre neue E-Mail-Adresse',
    opening: [
      `Diese Adresse soll zu einem Konto bei ${shop} gehören. Bestätigen Sie, dass es Ihre ist.`,
      'Auch die alte Adresse muss zustimmen: Dorthin haben wir ebenfalls geschrieben.',
    ],
    action: 'Adresse bestätigen',
    lifetime: 'Der Link gilt einmal und 24 Stunden lang.',
    reason:
      'Sie bekommen diese Mail, weil diese Adresse für ein Konto angegeben wurde. Waren Sie das nicht, dann tun Sie nichts: Es passiert nichts weiter.',
  }),
  'confirm-email-change': (shop, { at }) => ({
    subject: `Möchten Sie Ihre E-Mail-Adresse bei ${shop} ändern?`,
    preview: 'Ohne Ihre Zustimmung ändert sich nichts.',
    title: 'Möchten Sie Ihre E-Mail-Adresse ändern?',
    opening: [
      `Jemand, der in Ihrem Konto bei ${shop} angemeldet ist, wollte ihm am ${momentText(at, 'de')} eine andere E-Mail-Adresse geben. Nichts ändert sich, bevor beide Adressen zugestimmt haben.`,
    ],
    action: 'Bestätigen oder stoppen',
    lifetime: 'Der Link gilt einmal und 24 Stunden lang.',
    closing: [
      'Waren Sie das nicht, dann stoppen Sie die Änderung auf dieser Seite und wählen danach ein neues Passwort: Jemand anderes ist in Ihrem Konto angemeldet.',
    ],
    reason: `Sie bekommen diese Mail, weil dies die Adresse Ihres Kontos bei ${shop} ist.`,
  }),
  'email-changed': (shop, { at }) => ({
    subject: `Ihre E-Mail-Adresse bei ${shop} wurde geändert`,
    preview: 'Von jetzt an melden Sie sich mit dieser Adresse an.',
    title: 'Ihre E-Mail-Adresse wurde geändert',
    opening: [
      `Seit dem ${momentText(at, 'de')} ist dies die Adresse Ihres Kontos bei ${shop}. Von jetzt an melden Sie sich mit ihr an, und Mails zu Ihrem Konto kommen hierher.`,
    ],
    action: 'Anmelden',
    reason: `Sie bekommen diese Mail, weil dies die Adresse Ihres Kontos bei ${shop} ist.`,
  }),
  'factor-changed': (shop, { factor, change, at }) => {
    const news = factorNews[factor][change]
    return {
      subject: `${news}: Ihr Konto bei ${shop}`,
      preview: 'Waren Sie das nicht, dann wählen Sie jetzt ein neues Passwort.',
      title: news,
      opening: [
        `Das war am ${momentText(at, 'de')} in Ihrem Konto bei ${shop}.`,
        'Waren Sie das, müssen Sie nichts tun. Waren Sie es nicht, dann wählen Sie jetzt ein neues Passwort und sehen Sie durch, womit sich Ihr Konto öffnen lässt.',
      ],
      action: 'Neues Passwort wählen',
      reason: `Sie bekommen diese Mail, weil Sie ein Konto bei ${shop} haben und es um dessen Sicherheit geht.`,
    }
  },
}
