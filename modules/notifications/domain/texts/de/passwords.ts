import { momentText } from '../../words.ts'
import type { AccountTexts } from '../letter.ts'

type Names = 'password-reset-code' | 'password-changed' | 'password-disabled'

const reason = (shop: string): string =>
  `Sie bekommen diese Mail, weil Sie ein Konto bei ${shop} haben und es um dessen Sicherheit geht.`

export const passwords: Pick<AccountTexts, Names> = {
  'password-reset-code': (shop) => ({
    subject: `Ihr Code für ein neues Passwort bei ${shop}`,
    preview: 'Der Code gilt einmal und 10 Minuten lang.',
    title: 'Ihr Code für ein neues Passwort',
    opening: [
      `Jemand, hoffentlich Sie, möchte bei ${shop} ein neues Passwort wählen. Geben Sie diesen Code auf der Seite ein, die danach fragt.`,
    ],
    lifetime: 'Der Code gilt einmal und 10 Minuten lang.',
    closing: [
      'Sagen Sie ihn niemandem, auch uns nicht. Haben Sie nicht darum gebeten, dann tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
    ],
    reason: `Sie bekommen diese Mail, weil jemand diese Adresse angegeben hat, um bei ${shop} ein neues Passwort zu wählen.`,
  }),
  'password-changed': (shop, { at }) => ({
    subject: `Ihr Passwort bei ${shop} wurde geändert`,
    preview: 'Waren Sie das nicht, dann wählen Sie jetzt ein neues.',
    title: 'Ihr Passwort wurde geändert',
    opening: [
      `Das Passwort Ihres Kontos bei ${shop} wurde am ${momentText(at, 'de')} geändert.`,
      'Waren Sie das, müssen Sie nichts tun. Waren Sie es nicht, kommt jemand anderes in Ihr Konto: Wählen Sie jetzt ein neues Passwort.',
    ],
    action: 'Neues Passwort wählen',
    reason: reason(shop),
  }),
  'password-disabled': (shop) => ({
    subject: `Die Anmeldung mit Passwort bei ${shop} ist abgeschaltet`,
    preview: 'Es gab zu viele falsche Versuche. Ein Klick schaltet sie wieder ein.',
    title: 'Ihr Passwort ist vorerst abgeschaltet',
    opening: [
      `Jemand hat für Ihr Konto bei ${shop} zu viele falsche Passwörter versucht. Niemand ist hineingelangt. Damit das so bleibt, öffnet das Passwort allein vorerst nichts.`,
      'Möchten Sie es wieder nutzen, dann schalten Sie es hier ein. Passkeys und bestehende Anmeldungen sind nicht betroffen.',
    ],
    action: 'Passwort wieder einschalten',
    lifetime: 'Der Link gilt einmal und 24 Stunden lang.',
    closing: ['Nutzen Sie dieses Passwort auch anderswo, dann wählen Sie ein neues.'],
    reason: reason(shop),
  }),
}
