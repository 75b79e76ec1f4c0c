import { deviceText, momentText, placeText } from '../../words.ts'
import type { AccountTexts } from '../letter.ts'

type Names = 'new-device' | 'sign-in-code' | 'account-locked' | 'account-unlocked'

const reason = (shop: string): string =>
  `Sie bekommen diese Mail, weil Sie ein Konto bei ${shop} haben und es um dessen Sicherheit geht.`

export const signIn: Pick<AccountTexts, Names> = {
  'new-device': (shop, { device, place, at }) => ({
    subject: `Neue Anmeldung in Ihrem Konto bei ${shop}`,
    preview: 'Von einem Gerät, das wir noch nicht kannten.',
    title: 'Waren Sie das?',
    opening: [
      `Jemand hat sich in Ihrem Konto bei ${shop} angemeldet, und zwar von einem Gerät, das wir noch nicht kannten.`,
    ],
    facts: [
      ['Gerät', deviceText(device, 'de') ?? 'Unbekannt'],
      ['Ort', placeText(place, 'de') ?? 'Unbekannt'],
      ['Zeit', momentText(at, 'de')],
    ],
    action: 'Das war ich nicht',
    lifetime:
      'Waren Sie das, müssen Sie nichts tun. Waren Sie es nicht, dann sagen Sie es uns hier: Diese Anmeldung endet, und Sie wählen ein neues Passwort.',
    reason: reason(shop),
  }),
  'sign-in-code': (shop) => ({
    subject: `Ihr Code zur Anmeldung bei ${shop}`,
    preview: 'Der Code gilt einmal und nur wenige Minuten.',
    title: 'Ihr Code zur Anmeldung',
    opening: [`Geben Sie diesen Code auf der Seite von ${shop} ein, die danach fragt.`],
    lifetime: 'Der Code gilt einmal und nur wenige Minuten.',
    closing: [
      'Sagen Sie ihn niemandem, auch uns nicht. Melden Sie sich gerade gar nicht an, dann kennt jemand Ihr Passwort: Wählen Sie ein neues.',
    ],
    reason: `Sie bekommen diese Mail, weil sich jemand in Ihrem Konto bei ${shop} anmeldet.`,
  }),
  'account-locked': (shop, { reason: why }) => ({
    subject: `Ihr Konto bei ${shop} wurde gesperrt`,
    preview: 'Niemand kann sich vorerst anmelden, und alle Sitzungen sind beendet.',
    title: 'Ihr Konto wurde gesperrt',
    opening: [
      why === 'risk'
        ? `Es gibt Anzeichen, dass jemand anderes Ihr Konto bei ${shop} nutzen will. Um Sie zu schützen, haben wir es gesperrt.`
        : `Das Team von ${shop} hat Ihr Konto gesperrt.`,
      'Niemand kann sich vorerst anmelden, und alle Sitzungen sind beendet. Schreiben Sie dem Shop, wenn Sie es wieder nutzen möchten oder das für einen Irrtum halten.',
    ],
    action: 'So erreichen Sie uns',
    reason: reason(shop),
  }),
  'account-unlocked': (shop) => ({
    subject: `Ihr Konto bei ${shop} ist wieder offen`,
    preview: 'Sie können sich anmelden wie zuvor.',
    title: 'Ihr Konto ist wieder offen',
    opening: [`Ihr Konto bei ${shop} ist nicht mehr gesperrt. Sie können sich anmelden wie zuvor.`],
    action: 'Anmelden',
    reason: reason(shop),
  }),
}
