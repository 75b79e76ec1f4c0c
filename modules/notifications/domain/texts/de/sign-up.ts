import type { RoleName } from '../../account-facts.ts'
import type { AccountTexts } from '../letter.ts'

const roles: Readonly<Record<RoleName, string>> = {
  super_admin: 'Inhaberschaft',
  admin: 'Administration',
  manager: 'Leitung',
  procurement_manager: 'Einkauf',
  sales_manager: 'Verkauf',
  staff: 'Mitarbeit',
  seller: 'Händler',
  customer: 'Kunde',
}

export const signUp: Pick<AccountTexts, 'verify-email' | 'duplicate-registration' | 'role-decided'> = {
  'verify-email': (shop) => ({
    subject: `Bestätigen Sie Ihre E-Mail-Adresse für ${shop}`,
    preview: 'Der Link gilt einmal und 24 Stunden lang.',
    title: 'Bestätigen Sie Ihre E-Mail-Adresse',
    opening: [`Bestätigen Sie, dass dies Ihre E-Mail-Adresse ist, dann ist Ihr Konto bei ${shop} bereit.`],
    action: 'Adresse bestätigen',
    lifetime: 'Der Link gilt einmal und 24 Stunden lang.',
    reason:
      'Sie bekommen diese Mail, weil sich jemand mit dieser Adresse registriert hat. Waren Sie das nicht, dann tun Sie nichts: Es passiert nichts weiter.',
  }),
  'duplicate-registration': (shop) => ({
    subject: `Sie haben schon ein Konto bei ${shop}`,
    preview: 'Melden Sie sich an, statt sich noch einmal zu registrieren.',
    title: 'Sie haben schon ein Konto',
    opening: [
      `Jemand wollte sich bei ${shop} mit dieser Adresse registrieren. Sie haben schon ein Konto: Melden Sie sich mit dem Passwort an, das Sie damals gewählt haben.`,
    ],
    action: 'Anmelden',
    closing: [
      'Waren Sie das nicht, dann müssen Sie nichts tun. Niemand ist in Ihr Konto gelangt, und nichts wurde geändert.',
    ],
    reason: 'Sie bekommen diese Mail, weil es zu dieser Adresse ein Konto gibt.',
  }),
  'role-decided': (shop, { role, approved }) => ({
    subject: approved
      ? `Ihre neue Rolle bei ${shop}: ${roles[role]}`
      : `Zu der Rolle, um die Sie ${shop} gebeten haben`,
    preview: approved ? 'Melden Sie sich neu an, um sie zu nutzen.' : 'Ihr Konto bleibt, wie es war.',
    title: approved ? 'Ihre neue Rolle ist bereit' : 'Die Rolle wurde nicht vergeben',
    opening: approved
      ? [
          `Sie haben ${shop} um die Rolle „${roles[role]}“ gebeten, und der Shop hat zugestimmt.`,
          'Melden Sie sich neu an, um sie zu nutzen. Beim ersten Mal richten Sie neben dem Passwort einen zweiten Schritt ein.',
        ]
      : [
          `Sie haben ${shop} um die Rolle „${roles[role]}“ gebeten. Der Shop hat sich dagegen entschieden.`,
          'Ihr Konto bleibt, wie es war, und Sie können es weiter nutzen.',
        ],
    action: 'Anmelden',
    reason: `Sie bekommen diese Mail, weil Sie ${shop} um eine Rolle gebeten haben.`,
  }),
}
